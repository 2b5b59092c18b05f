/** Dot product of two rows in float64, always in the same order. */
export function dot(
  a: Float32Array,
  rowA: number,
  b: Float32Array,
  rowB: number,
  length: number,
): number {
  let sum = 0;
  const startA = rowA * length;
  const startB = rowB * length;
  for (let i = 0; i < length; i++) sum += (a[startA + i] ?? 0) * (b[startB + i] ?? 0);
  return sum;
}
