import { GRID_SIZE } from "../photo-grid.js";
import type { Orientation } from "./hash-bits.js";

/** Width and height of a miniature. */
export const MINIATURE_SIZE = 32;

const STEP = GRID_SIZE / MINIATURE_SIZE;

/**
 * A photo's brightness in 32 x 32 cells: enough to see whether two photos that are much alike are the same one, and
 * 1 KB. At 16 x 16 two plain T-shirts on one carpet are the same; 64 x 64 is hardly better.
 *
 * @param grey `GRID_SIZE * GRID_SIZE` values, row after row
 * @returns the mean of each cell, rounded, row after row
 */
export function miniature(grey: Float32Array): Uint8Array {
  return Uint8Array.from({ length: MINIATURE_SIZE ** 2 }, (_, cell) => {
    const left = (cell % MINIATURE_SIZE) * STEP;
    const top = Math.floor(cell / MINIATURE_SIZE) * STEP;
    let sum = 0;
    for (let y = top; y < top + STEP; y++) {
      for (let x = left; x < left + STEP; x++) sum += grey[y * GRID_SIZE + x] ?? 0;
    }
    return Math.round(sum / STEP ** 2);
  });
}

/** The miniature of the photo laid otherwise, as `orientedHash` has it. */
export function orientedMiniature(pixels: Uint8Array, orientation: Orientation): Uint8Array {
  const last = MINIATURE_SIZE - 1;
  return Uint8Array.from(pixels, (_, cell) => {
    let x = cell % MINIATURE_SIZE;
    let y = Math.floor(cell / MINIATURE_SIZE);
    if (orientation & 1) x = last - x;
    if (orientation & 2) y = last - y;
    if (orientation & 4) [x, y] = [y, x];
    return pixels[y * MINIATURE_SIZE + x] ?? 0;
  });
}
