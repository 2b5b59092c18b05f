import type { Vector } from "../vector-type.js";

const { fround } = Math;

/**
 * The distances of two vectors of one type and length, for sqlite-vec's functions: one number after the other, rounded to
 * 32 bits as there.
 */
export function cosineDistance(a: Vector, b: Vector): number {
  let dot = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    dot = fround(dot + fround(x * y));
    squaresOfA = fround(squaresOfA + fround(x * x));
    squaresOfB = fround(squaresOfB + fround(y * y));
  }
  return fround(1 - dot / (Math.sqrt(squaresOfA) * Math.sqrt(squaresOfB)));
}

export function l2Distance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = fround((a[i] ?? 0) - (b[i] ?? 0));
    sum = fround(sum + fround(difference * difference));
  }
  return fround(Math.sqrt(sum));
}

export function l1Distance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum;
}

export function hammingDistance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    for (let bits = (a[i] ?? 0) ^ (b[i] ?? 0); bits !== 0; bits &= bits - 1) sum++;
  }
  return sum;
}
