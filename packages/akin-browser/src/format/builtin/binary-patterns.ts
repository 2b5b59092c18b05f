import type { OklabImage } from "./oklab.js";

/** Uniform patterns of 8 neighbours get a bin each, all others share the last one. */
const PATTERNS = uniformPatterns();

/** Length of the vector that `binaryPatterns` returns. */
export const BINARY_PATTERNS_LENGTH = 59;

/**
 * Local binary patterns (Ojala, Pietikäinen and Mäenpää, 2002), the 58 uniform ones of 8 neighbours and one bin for the
 * rest: the fine texture, whatever its brightness.
 *
 * @returns shares of the pixels, summing to 1
 */
export function binaryPatterns({ width, height, lightness }: OklabImage): Float32Array {
  const histogram = new Float64Array(BINARY_PATTERNS_LENGTH);
  const around = [1, 1 - width, -width, -width - 1, -1, width - 1, width, width + 1];
  const share = 1 / ((width - 2) * (height - 2));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      // Noise in flat areas is no texture.
      const centre = (lightness[i] ?? 0) + 0.004;
      let pattern = 0;
      for (let k = 0; k < 8; k++) {
        if ((lightness[i + (around[k] ?? 0)] ?? 0) > centre) pattern |= 1 << k;
      }
      const bin = PATTERNS[pattern] ?? 0;
      histogram[bin] = (histogram[bin] ?? 0) + share;
    }
  }
  return Float32Array.from(histogram);
}

function uniformPatterns(): Uint8Array {
  let next = 0;
  return Uint8Array.from({ length: 256 }, (_, pattern) => {
    const turned = ((pattern << 1) | (pattern >> 7)) & 255;
    let changes = 0;
    for (let bits = pattern ^ turned; bits > 0; bits &= bits - 1) changes++;
    return changes <= 2 ? next++ : 58;
  });
}
