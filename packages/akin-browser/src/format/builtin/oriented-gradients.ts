import type { OklabImage } from "./oklab.js";

const CELLS = 6;
const ORIENTATIONS = 8;

/** Length of the vector that `orientedGradients` returns. */
export const ORIENTED_GRADIENTS_LENGTH = CELLS * CELLS * ORIENTATIONS;

/** What a difference of colour counts beside one of lightness. */
const COLOUR_WEIGHT = 1.5;

/**
 * Histograms of oriented gradients (Dalal and Triggs, 2005) over a grid of cells, each pixel shared between the four
 * cells around it and the two orientations beside it. An edge of colour is one too: the gradients of Oklab's three
 * planes are added as structure tensors (Di Zenzo, 1986), which for a single plane is the usual gradient.
 *
 * @returns sums of gradient magnitudes: for each cell, row after row, its 8 orientations
 */
export function orientedGradients(image: OklabImage): Float32Array {
  const { width, height } = image;
  const sums = new Float64Array(ORIENTED_GRADIENTS_LENGTH);
  for (let y = 1; y < height - 1; y++) {
    const cellY = ((y + 0.5) * CELLS) / height - 0.5;
    for (let x = 1; x < width - 1; x++) {
      const [cosine, sine] = doubledGradient(image, y * width + x);
      const magnitude = Math.sqrt(Math.sqrt(cosine * cosine + sine * sine));
      if (magnitude < 1e-6) continue;
      const cellX = ((x + 0.5) * CELLS) / width - 0.5;
      addToCells(sums, cellX, cellY, orientation(cosine, sine), magnitude);
    }
  }
  return Float32Array.from(sums);
}

/** Cosine and sine of twice the gradient's angle, times its squared magnitude. */
function doubledGradient({ width, lightness, a, b }: OklabImage, i: number): [number, number] {
  let cosine = 0;
  let sine = 0;
  for (const plane of [lightness, a, b]) {
    const weight = plane === lightness ? 1 : COLOUR_WEIGHT;
    const dx = weight * ((plane[i + 1] ?? 0) - (plane[i - 1] ?? 0));
    const dy = weight * ((plane[i + width] ?? 0) - (plane[i - width] ?? 0));
    cosine += dx * dx - dy * dy;
    sine += 2 * dx * dy;
  }
  return [cosine, sine];
}

/**
 * The direction of an edge, whichever side is brighter, from 0 to 8. The angle is the "diamond angle": as monotonous
 * as `atan2`, and made of exactly specified operations only.
 */
function orientation(cosine: number, sine: number): number {
  const diamond = sine / (Math.abs(cosine) + Math.abs(sine));
  const quarters = cosine < 0 ? 2 - diamond : sine < 0 ? 4 + diamond : diamond;
  return (quarters * ORIENTATIONS) / 4;
}

function addToCells(
  sums: Float64Array,
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
    if (x < 0 || y < 0 || x >= CELLS || y >= CELLS) continue;
    const weight = magnitude * (1 - Math.abs(cellX - x)) * (1 - Math.abs(cellY - y));
    const base = (y * CELLS + x) * ORIENTATIONS;
    const first = base + (lower % ORIENTATIONS);
    const second = base + ((lower + 1) % ORIENTATIONS);
    sums[first] = (sums[first] ?? 0) + weight * (1 - share);
    sums[second] = (sums[second] ?? 0) + weight * share;
  }
}
