import type { Camera } from "./camera.js";

/** Part of a speed that is left after a millisecond. */
const FRICTION = 0.995;

/** Part of the way to where one is going that is left after a millisecond. */
const APPROACH = 0.985;

/** Pixels a millisecond below which the map stands still. */
const STILL = 0.02;

/** How far two cameras are apart, in parts of what is seen; below it they are the same. */
const NEAR = 1e-3;

/** The camera after some time of gliding to another one; zoom in equal parts, so that it seems even. */
export function approach(from: Camera, to: Camera, milliseconds: number): Camera {
  const left = APPROACH ** milliseconds;
  const zoom = to.zoom * (from.zoom / to.zoom) ** left;
  // Moved as the zoom goes on: what stays under the pointer in both stays there all the way.
  const share = zoomShare(from.zoom, to.zoom, zoom, left);
  return { x: to.x + (from.x - to.x) * share, y: to.y + (from.y - to.y) * share, zoom };
}

function zoomShare(from: number, to: number, now: number, left: number): number {
  const all = 1 / from - 1 / to;
  return Math.abs(all) < 1e-9 ? left : (1 / now - 1 / to) / all;
}

export function isNear(one: Camera, other: Camera): boolean {
  const moved = Math.hypot(one.x - other.x, one.y - other.y) * other.zoom;
  return moved < NEAR && Math.abs(Math.log(one.zoom / other.zoom)) < NEAR;
}

/** CSS pixels a millisecond. */
export interface Speed {
  x: number;
  y: number;
}

/** What is left of a speed after some time; null when the map stands still. */
export function slowed({ x, y }: Speed, milliseconds: number): Speed | null {
  const left = FRICTION ** milliseconds;
  const speed = { x: x * left, y: y * left };
  return Math.hypot(speed.x, speed.y) < STILL ? null : speed;
}
