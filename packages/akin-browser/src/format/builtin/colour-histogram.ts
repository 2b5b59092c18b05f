import type { OklabImage } from "./oklab.js";
import { softBins } from "./soft-bins.js";

const LIGHTNESS_BINS = 5;
const COLOUR_BINS = 6;

/** Length of the vector that `colourHistogram` returns. */
export const COLOUR_HISTOGRAM_LENGTH = LIGHTNESS_BINS * COLOUR_BINS * COLOUR_BINS;

/** How much of the picture has which colour: soft bins over Oklab's lightness, a and b together; sums to 1. */
export function colourHistogram({ lightness, a, b }: OklabImage): Float32Array {
  const bins = [
    softBins(lightness, LIGHTNESS_BINS, 0.1, 0.95),
    softBins(a, COLOUR_BINS, -0.12, 0.16),
    softBins(b, COLOUR_BINS, -0.15, 0.15),
  ] as const;
  const histogram = new Float64Array(COLOUR_HISTOGRAM_LENGTH);
  const weight = 1 / lightness.length;
  for (let i = 0; i < lightness.length; i++) {
    for (let corner = 0; corner < 8; corner++) {
      let index = 0;
      let share = weight;
      for (let axis = 0; axis < 3; axis++) {
        const upper = (corner >> axis) & 1;
        const { index: indices, share: shares } = bins[axis as 0 | 1 | 2];
        const s = shares[i] ?? 0;
        share *= upper ? s : 1 - s;
        index = index * (axis === 0 ? 1 : COLOUR_BINS) + (indices[i] ?? 0) + upper;
      }
      histogram[index] = (histogram[index] ?? 0) + share;
    }
  }
  return Float32Array.from(histogram);
}
