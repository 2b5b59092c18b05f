import { boundsOf } from "./bounds-of.js";

/** Scales points, alike in both directions, and moves them so that they fill the unit square in one, and lie in its middle. */
export function toUnitSquare(points: Float64Array): void {
  const { left, right, top, bottom } = boundsOf(points);
  const extent = Math.max(right - left, bottom - top);
  const scale = extent > 0 ? 1 / extent : 0;
  const middle = [(left + right) / 2, (top + bottom) / 2];
  for (let at = 0; at < points.length; at++) {
    const moved = ((points[at] as number) - (middle[at % 2] as number)) * scale + 0.5;
    points[at] = Math.min(1, Math.max(0, moved));
  }
}
