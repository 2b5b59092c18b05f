import type { OklabImage } from "./oklab.js";
import { softBins } from "./soft-bins.js";

const LIGHTNESS_BINS = 5;
const COLOUR_BINS = 6;

/** From a bin to the 8 bins at the corners of the cube that it begins; the bits are lightness, a and b. */
const CORNERS = Array.from(
  { length: 8 },
  (_, corner) => ((corner >> 2) * COLOUR_BINS + ((corner >> 1) & 1)) * COLOUR_BINS + (corner & 1),
);

/** Length of the vector that `colourHistogram` returns. */
export const COLOUR_HISTOGRAM_LENGTH = LIGHTNESS_BINS * COLOUR_BINS * COLOUR_BINS;

/** How much of the picture has which colour: soft bins over Oklab's lightness, a and b together; sums to 1. */
export function colourHistogram({ lightness, a, b }: OklabImage): Float32Array {
  const l = softBins(lightness, LIGHTNESS_BINS, 0.1, 0.95);
  const red = softBins(a, COLOUR_BINS, -0.15, 0.15);
  const yellow = softBins(b, COLOUR_BINS, -0.15, 0.15);
  const histogram = new Float64Array(COLOUR_HISTOGRAM_LENGTH);
  for (let i = 0; i < lightness.length; i++) {
    const row = (l.index[i] ?? 0) * COLOUR_BINS + (red.index[i] ?? 0);
    const first = row * COLOUR_BINS + (yellow.index[i] ?? 0);
    const [x, y, z] = [l.share[i] ?? 0, red.share[i] ?? 0, yellow.share[i] ?? 0];
    for (let corner = 0; corner < 8; corner++) {
      const bin = first + (CORNERS[corner] ?? 0);
      const share = (corner & 4 ? x : 1 - x) * (corner & 2 ? y : 1 - y) * (corner & 1 ? z : 1 - z);
      histogram[bin] = (histogram[bin] ?? 0) + share;
    }
  }
  return Float32Array.from(histogram, (sum) => sum / lightness.length);
}
