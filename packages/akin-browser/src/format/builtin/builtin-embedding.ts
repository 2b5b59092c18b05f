import { BUILTIN_CENTRE } from "./builtin-centre.js";
import { BUILTIN_DIMENSIONS, BUILTIN_PARTS, builtinFeatures, unit } from "./builtin-features.js";

/** Raised whenever the same photo would get another vector. */
export const BUILTIN_VERSION = 1;

/** Width and height in pixels of the raster that the vectors of a gallery are made of; the photo is squashed into it. */
export const BUILTIN_INPUT_SIZE = 128;

/**
 * Describes a picture by its colours, their layout, its edges and its texture: a vector whose cosine distance to that
 * of another picture tells how unlike they look. It has no learned weights except what photos look like on average,
 * which is taken off each part, so that only what is particular to a picture counts.
 *
 * The same bytes give the same vector in every JavaScript engine: only operations that ECMAScript specifies exactly
 * (`+ - * /`, `Math.sqrt`, comparisons) are used, in a fixed order, and results are rounded to float32.
 *
 * @param rgb upright picture, `width * height * 3` bytes, sRGB, row after row; width and height are even
 * @returns Float32Array of length `BUILTIN_DIMENSIONS`, L2-normalised
 */
export function builtinEmbedding(rgb: Uint8Array, width: number, height: number): Float32Array {
  const features = builtinFeatures(rgb, width, height);
  const vector = new Float32Array(BUILTIN_DIMENSIONS);
  for (const { start, length, share } of BUILTIN_PARTS) {
    const part = features.subarray(start, start + length);
    const centred = part.map((value, i) => value - (BUILTIN_CENTRE[start + i] ?? 0) / 10_000);
    const weight = Math.sqrt(share);
    vector.set(
      unit(centred).map((value) => value * weight),
      start,
    );
  }
  return unit(vector);
}
