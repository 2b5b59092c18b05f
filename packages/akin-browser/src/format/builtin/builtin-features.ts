import { BINARY_PATTERNS_LENGTH, binaryPatterns } from "./binary-patterns.js";
import { COLOUR_HISTOGRAM_LENGTH, colourHistogram } from "./colour-histogram.js";
import { COLOUR_LAYOUT_LENGTH, colourLayout } from "./colour-layout.js";
import { halveOklab, toOklab } from "./oklab.js";
import { ORIENTED_GRADIENTS_LENGTH, orientedGradients } from "./oriented-gradients.js";

/** One kind of thing that the descriptor sees, and where it stands in the vector. */
export interface BuiltinPart {
  name: "colours" | "layout" | "edges" | "texture" | "coarse-texture";
  start: number;
  length: number;
  /** Its share of the cosine: the square of what its values are multiplied by. */
  share: number;
}

/**
 * The parts of the vector, in order. Which parts, how fine, and their shares were chosen by measurement:
 * bench/README.md.
 */
export const BUILTIN_PARTS: readonly BuiltinPart[] = consecutive([
  { name: "colours", length: COLOUR_HISTOGRAM_LENGTH, share: 0.2 },
  { name: "layout", length: COLOUR_LAYOUT_LENGTH, share: 0.1 },
  { name: "edges", length: ORIENTED_GRADIENTS_LENGTH, share: 0.45 },
  { name: "texture", length: BINARY_PATTERNS_LENGTH, share: 0.15 },
  { name: "coarse-texture", length: BINARY_PATTERNS_LENGTH, share: 0.1 },
]);

/** Length of the vector. */
export const BUILTIN_DIMENSIONS = BUILTIN_PARTS.reduce((sum, { length }) => sum + length, 0);

/**
 * What the descriptor sees before it is centred and weighed: the parts one after the other, each L2-normalised
 * except the layout, whose brightness counts.
 *
 * Square roots ("Hellinger") keep a few strong bins from drowning the rest; the colours take them twice, because most
 * photos have one colour that covers half of them.
 *
 * @param rgb upright picture, `width * height * 3` bytes, sRGB, row after row; width and height are even
 * @returns Float32Array of length `BUILTIN_DIMENSIONS`
 */
export function builtinFeatures(rgb: Uint8Array, width: number, height: number): Float32Array {
  const image = toOklab(rgb, width, height);
  const half = halveOklab(image);
  const parts = [
    unit(roots(roots(colourHistogram(image)))),
    colourLayout(image),
    unit(roots(orientedGradients(half))),
    unit(roots(binaryPatterns(image))),
    unit(roots(binaryPatterns(half))),
  ];
  const features = new Float32Array(BUILTIN_DIMENSIONS);
  let start = 0;
  for (const part of parts) {
    features.set(part, start);
    start += part.length;
  }
  return features;
}

/** Scales a vector to length 1; a zero vector stays. */
export function unit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const norm = Math.sqrt(sum);
  return norm > 0 ? values.map((value) => value / norm) : values;
}

function roots(values: Float32Array): Float32Array {
  return values.map(Math.sqrt);
}

function consecutive(parts: Omit<BuiltinPart, "start">[]): BuiltinPart[] {
  let end = 0;
  return parts.map((part) => {
    end += part.length;
    return { ...part, start: end - part.length };
  });
}
