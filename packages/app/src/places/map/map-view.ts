import type { WorldPoint } from "./mercator.js";
import { wrap } from "./mercator.js";

/** Where one looks: the middle of the map, and how near. */
export interface MapView extends WorldPoint {
  /** The world is `256 * 2 ** zoom` pixels wide. */
  zoom: number;
}

/** Of the map in pixels. */
export interface MapSize {
  width: number;
  height: number;
}

/** A pixel is about a metre. */
export const MAX_ZOOM = 17;

export function worldWidth(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Where the world fills the map, but for the widest ones, on which it would be higher than they are. */
export function minZoom({ width, height }: MapSize): number {
  return Math.log2(Math.max(256, Math.min(width, 1.4 * height)) / 256);
}

/** The nearest view that the map can show: not beyond the poles, at a zoom that there is. */
export function clampView(view: MapView, size: MapSize): MapView {
  const zoom = Math.max(minZoom(size), Math.min(MAX_ZOOM, view.zoom));
  const half = Math.min(0.5, size.height / 2 / worldWidth(zoom));
  return { zoom, x: wrap(view.x), y: Math.max(half, Math.min(1 - half, view.y)) };
}

/** @param dx, dy pixels that what one sees moves by */
export function panBy(view: MapView, dx: number, dy: number): MapView {
  const world = worldWidth(view.zoom);
  return { ...view, x: view.x - dx / world, y: view.y - dy / world };
}

/** Nearer by `steps`, each of which doubles; what lies at a point stays there. @param at pixels from the middle */
export function zoomBy(view: MapView, steps: number, size: MapSize, at = { x: 0, y: 0 }): MapView {
  const zoom = Math.max(minZoom(size), Math.min(MAX_ZOOM, view.zoom + steps));
  const shift = 1 / worldWidth(view.zoom) - 1 / worldWidth(zoom);
  return { zoom, x: view.x + at.x * shift, y: view.y + at.y * shift };
}

/** Pixels from the map's upper left corner; of all the copies of a place the one nearest to the middle. */
export function toScreen({ x, y }: WorldPoint, view: MapView, size: MapSize) {
  const world = worldWidth(view.zoom);
  const dx = x - view.x;
  return {
    left: (dx - Math.round(dx)) * world + size.width / 2,
    top: (y - view.y) * world + size.height / 2,
  };
}
