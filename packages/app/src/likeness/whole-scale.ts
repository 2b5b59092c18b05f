import type { LikenessMap } from "akin-browser";

/** Around the whole map, in CSS pixels. */
const MARGIN = 40;

/** The scale at which all of a map fits into an element, in CSS pixels of the map's unit. */
export function wholeScale({ x, y }: Pick<LikenessMap, "x" | "y">) {
  // Around the middle, where the whole map is looked at.
  const [across, down] = [extentOf(x), extentOf(y)];
  return (width: number, height: number): number => {
    const scales = [(width - 2 * MARGIN) / across, (height - 2 * MARGIN) / down];
    return Math.max(1, Math.min(...scales, 2 * Math.max(width, height)));
  };
}

function extentOf(coordinates: Float32Array): number {
  let farthest = 0;
  for (const value of coordinates) farthest = Math.max(farthest, Math.abs(value - 0.5));
  return 2 * farthest;
}
