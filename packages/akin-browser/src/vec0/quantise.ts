import type { Vector } from "./vector-type.js";

/** int8 by the vector's own largest absolute value, which becomes 127; the cosine needs no scale. */
export function quantise(vector: Float32Array): Int8Array<ArrayBuffer> {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(vector, (value) => Math.round(value * scale));
}

/** The square root of the sum of squares. */
export function normOf(vector: Vector): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
