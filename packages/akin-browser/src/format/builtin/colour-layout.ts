import type { OklabImage } from "./oklab.js";

const CELLS = 4;

/** Length of the vector that `colourLayout` returns. */
export const COLOUR_LAYOUT_LENGTH = CELLS * CELLS * 3;

/** Which colour is where: the mean Oklab colour of each cell of a grid, row after row. */
export function colourLayout({ width, height, lightness, a, b }: OklabImage): Float32Array {
  const layout = new Float64Array(COLOUR_LAYOUT_LENGTH);
  const counts = new Float64Array(CELLS * CELLS);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * CELLS) / height) * CELLS;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * CELLS) / width);
      const pixel = y * width + x;
      counts[cell] = (counts[cell] ?? 0) + 1;
      layout[3 * cell] = (layout[3 * cell] ?? 0) + (lightness[pixel] ?? 0);
      layout[3 * cell + 1] = (layout[3 * cell + 1] ?? 0) + 2 * (a[pixel] ?? 0);
      layout[3 * cell + 2] = (layout[3 * cell + 2] ?? 0) + 2 * (b[pixel] ?? 0);
    }
  }
  return Float32Array.from(layout, (sum, i) => sum / (counts[Math.floor(i / 3)] ?? 1));
}
