import { clampView, type MapSize, type MapView, worldWidth } from "./map-view.js";
import { toWorld } from "./mercator.js";

/** Between what is shown and the map's edge, in pixels: markers have room. */
const MARGIN = 56;

/** A single place is shown with the land around it. */
const NEAREST = 9;

/** The nearest view that shows all of some places; they may lie on both sides of the date line. */
export function fitView(latitudes: Float32Array, longitudes: Float32Array, size: MapSize): MapView {
  const points = Array.from(latitudes, (latitude, row) => toWorld(latitude, longitudes[row] ?? 0));
  if (points.length === 0) return clampView({ x: 0.5, y: 0.5, zoom: 0 }, size);
  const { from, width } = narrowestSpan(Float64Array.from(points, ({ x }) => x).sort());
  let [top, bottom] = [1, 0];
  for (const { y } of points) {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const room = (length: number) => Math.max(64, length - 2 * MARGIN);
  const scale = Math.min(
    room(size.width) / Math.max(width, 1e-9),
    room(size.height) / Math.max(bottom - top, 1e-9),
  );
  const zoom = Math.min(NEAREST, Math.log2(scale / worldWidth(0)));
  return clampView({ x: from + width / 2, y: (top + bottom) / 2, zoom }, size);
}

/** The shortest way round the world that passes all; it leaves the widest gap out. @param sorted ascending, not empty */
function narrowestSpan(sorted: Float64Array): { from: number; width: number } {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  let span = { from: first, width: last - first };
  for (let at = 1; at < sorted.length; at++) {
    const gap = (sorted[at] ?? 0) - (sorted[at - 1] ?? 0);
    if (1 - gap < span.width) span = { from: sorted[at] ?? 0, width: 1 - gap };
  }
  return span;
}
