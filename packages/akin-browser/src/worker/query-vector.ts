import type { ExampleVector } from "./example-vectors.js";

/**
 * What to search for: the sum of directions, each at length 1.
 *
 * @param plus added; @param minus subtracted
 * @returns the example's own vector where one is all that is given; else a Float32Array of length D
 */
export function queryVector(
  dimensions: number,
  plus: readonly ExampleVector[],
  minus: readonly ExampleVector[],
): Int8Array | Float32Array {
  const [single] = plus;
  if (single !== undefined && plus.length + minus.length === 1) return single.vector;
  const sum = new Float32Array(dimensions);
  for (const { vector } of plus) addDirection(sum, vector, 1);
  for (const { vector } of minus) addDirection(sum, vector, -1);
  return sum;
}

function addDirection(sum: Float32Array, vector: Int8Array | Float32Array, sign: number): void {
  let square = 0;
  for (const value of vector) square += value * value;
  // A photo without a vector has a row of zeros, and no direction.
  const scale = square > 0 ? sign / Math.sqrt(square) : 0;
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) * scale;
}
