import { BINARY_PATTERNS_LENGTH, binaryPatterns } from "./binary-patterns.js";
import { COLOUR_HISTOGRAM_LENGTH, colourHistogram } from "./colour-histogram.js";
import { COLOUR_LAYOUT_LENGTH, colourLayout } from "./colour-layout.js";
import { toOklab } from "./oklab.js";
import { orientedGradients } from "./oriented-gradients.js";

/** Raised whenever the same photo would get another vector. */
export const BUILTIN_VERSION = 1;

/** Width and height in pixels of the raster that the vectors of a gallery are made of; the photo is squashed into it. */
export const BUILTIN_INPUT_SIZE = 128;

/** Length of the vector. */
export const BUILTIN_DIMENSIONS =
  COLOUR_HISTOGRAM_LENGTH + COLOUR_LAYOUT_LENGTH + 288 + BINARY_PATTERNS_LENGTH;

/**
 * Describes a picture by its colours, their layout, its edges and its texture: a vector whose cosine distance to that of
 * another picture tells how unlike they look. It needs no trained weights.
 *
 * The same bytes give the same vector in every JavaScript engine: only operations that ECMAScript specifies exactly
 * (`+ - * /`, `Math.sqrt`, comparisons) are used, in a fixed order, and results are rounded to float32.
 *
 * @param rgb upright picture, `width * height * 3` bytes, sRGB, row after row
 * @returns Float32Array of length `BUILTIN_DIMENSIONS`, L2-normalised
 */
export function builtinEmbedding(rgb: Uint8Array, width: number, height: number): Float32Array {
  const image = toOklab(rgb, width, height);
  const parts: [number, Float32Array][] = [
    [0.5, unit(hellinger(colourHistogram(image)))],
    [0.3, unit(colourLayout(image))],
    [0.8, unit(hellinger(orientedGradients(image, 6)))],
    [0.5, unit(hellinger(binaryPatterns(image)))],
  ];
  const vector = new Float32Array(BUILTIN_DIMENSIONS);
  let offset = 0;
  for (const [weight, part] of parts) {
    vector.set(
      part.map((value) => value * weight),
      offset,
    );
    offset += part.length;
  }
  return unit(vector);
}

function hellinger(values: Float32Array): Float32Array {
  return values.map(Math.sqrt);
}

function unit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const norm = Math.sqrt(sum);
  return norm > 0 ? values.map((value) => value / norm) : values;
}
