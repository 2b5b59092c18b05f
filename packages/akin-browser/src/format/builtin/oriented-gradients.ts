import type { OklabImage } from "./oklab.js";

const ORIENTATIONS = 8;

/**
 * Histograms of oriented gradients (Dalal and Triggs, 2005) of the lightness over a grid of cells, each pixel shared
 * between the four cells around it and the two orientations beside it.
 *
 * @returns `cells * cells * 8` sums of gradient magnitudes, cell after cell
 */
export function orientedGradients(image: OklabImage, cells: number): Float32Array {
  const { width, height, lightness } = image;
  const sums = new Float64Array(cells * cells * ORIENTATIONS);
  for (let y = 1; y < height - 1; y++) {
    const cellY = ((y + 0.5) * cells) / height - 0.5;
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const dx = (lightness[i + 1] ?? 0) - (lightness[i - 1] ?? 0);
      const dy = (lightness[i + width] ?? 0) - (lightness[i - width] ?? 0);
      const magnitude = Math.sqrt(dx * dx + dy * dy);
      if (magnitude < 1e-6) continue;
      const cellX = ((x + 0.5) * cells) / width - 0.5;
      addToCells(sums, cells, cellX, cellY, orientation(dx, dy), magnitude);
    }
  }
  return Float32Array.from(sums);
}

/**
 * The direction of an edge, whichever side is brighter, from 0 to 8. The angle is the "diamond angle" of the doubled
 * angle's vector: as monotonous as `atan2` and made of exactly specified operations only.
 */
function orientation(dx: number, dy: number): number {
  const x = dx * dx - dy * dy;
  const y = 2 * dx * dy;
  const diamond = y / (Math.abs(x) + Math.abs(y));
  const quarter = x >= 0 ? (y >= 0 ? diamond : 4 + diamond) : 2 - diamond;
  return (quarter * ORIENTATIONS) / 4;
}

function addToCells(
  sums: Float64Array,
  cells: number,
  cellX: number,
  cellY: number,
  angle: number,
  magnitude: number,
): void {
  const left = Math.floor(cellX);
  const top = Math.floor(cellY);
  const lower = Math.floor(angle);
  const share = angle - lower;
  for (let corner = 0; corner < 4; corner++) {
    const x = left + (corner & 1);
    const y = top + (corner >> 1);
    if (x < 0 || y < 0 || x >= cells || y >= cells) continue;
    const weight = magnitude * (1 - Math.abs(cellX - x)) * (1 - Math.abs(cellY - y));
    const base = (y * cells + x) * ORIENTATIONS;
    const first = base + (lower % ORIENTATIONS);
    const second = base + ((lower + 1) % ORIENTATIONS);
    sums[first] = (sums[first] ?? 0) + weight * (1 - share);
    sums[second] = (sums[second] ?? 0) + weight * share;
  }
}
