import { AkinError } from "../akin-error.js";
import type { VectorSet } from "./neighbour-lists.js";

/** A checked set of vectors that tells exact cosine distances. */
export interface VectorSpace {
  set: VectorSet;
  /** How far a float32 dot product can be from the true cosine, whatever the order of its additions. */
  dotProductError: number;
  /** Cosine distance of two rows, 0 to 2, in float64; 1 if one of them is all zeros. Symmetric to the bit. */
  distance(rowA: number, rowB: number): number;
}

/**
 * @throws RangeError if the set's lengths don't fit together or its ids don't ascend
 * @throws AkinError DAMAGED if a vector holds NaN or infinite numbers
 */
export function vectorSpace(set: VectorSet): VectorSpace {
  const { ids, vectors, dimensions } = set;
  if (vectors.length !== ids.length * dimensions)
    throw new RangeError(
      `Expected ${ids.length} x ${dimensions} numbers in the vectors, got ${vectors.length}.`,
    );
  const squaredNorms = new Float64Array(ids.length);
  let worstNorm = 0;
  for (let row = 0; row < ids.length; row++) {
    if (row > 0 && Number(ids[row]) <= Number(ids[row - 1]))
      throw new RangeError(`Expected ascending ids, got ${ids[row]} after ${ids[row - 1]}.`);
    const squared = dot(vectors, row * dimensions, row * dimensions, dimensions);
    if (!Number.isFinite(squared))
      throw new AkinError(
        "DAMAGED",
        `The vector of photo ${ids[row]} holds numbers that aren't finite.`,
      );
    squaredNorms[row] = squared;
    if (squared > 0) worstNorm = Math.max(worstNorm, Math.abs(Math.sqrt(squared) - 1));
  }
  return {
    set,
    dotProductError: dotProductError(dimensions, worstNorm),
    distance(rowA, rowB) {
      // sqrt(s * s) is s exactly, so equal vectors are at distance 0 and not at 1e-16.
      const norms = Math.sqrt(Number(squaredNorms[rowA]) * Number(squaredNorms[rowB]));
      if (norms === 0) return 1;
      const product = dot(vectors, rowA * dimensions, rowB * dimensions, dimensions);
      return Math.min(2, Math.max(0, 1 - product / norms));
    },
  };
}

/**
 * The bound of D roundings at 2^-24 each (Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1), which
 * holds for any blocking and with fused multiply-add, plus what norms that aren't exactly 1 do to the product.
 */
function dotProductError(dimensions: number, worstNorm: number): number {
  const rounding = (dimensions + 8) * 2 ** -24;
  return (1 + worstNorm) ** 2 * rounding + 2 * worstNorm + worstNorm ** 2;
}

/** Always in this order, on four sums because one would wait for itself: 4 times as fast. */
function dot(vectors: Float32Array, startA: number, startB: number, length: number): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    const a = startA + i;
    const b = startB + i;
    sum0 += (vectors[a] as number) * (vectors[b] as number);
    sum1 += (vectors[a + 1] as number) * (vectors[b + 1] as number);
    sum2 += (vectors[a + 2] as number) * (vectors[b + 2] as number);
    sum3 += (vectors[a + 3] as number) * (vectors[b + 3] as number);
  }
  for (let i = whole; i < length; i++)
    sum0 += (vectors[startA + i] as number) * (vectors[startB + i] as number);
  return sum0 + sum1 + (sum2 + sum3);
}
