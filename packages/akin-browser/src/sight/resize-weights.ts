/** Which old pixels a new one is made of. */
export interface Blend {
  first: number;
  /** Of the first and those after it: whole numbers that add up to 2 ** 14. */
  weights: Int16Array;
}

const ONE = 2 ** 14;

/**
 * How a side of `length` pixels becomes one of `size`: each new pixel is the mean of the old ones below a triangle over it
 * (bilinear interpolation; made smaller, as wide as twice what one new pixel stands for). In whole numbers from end to end,
 * so that every machine finds the same.
 */
export function resizeWeights(length: number, size: number): Blend[] {
  // Places are in parts of 1 / (2 * size) of an old pixel.
  const reach = 2 * Math.max(length, size);
  return Array.from({ length: size }, (_, index) => {
    const centre = (2 * index + 1) * length;
    const nearness = (pixel: number) => reach - Math.abs((2 * pixel + 1) * size - centre);
    let first = Math.max(0, Math.floor((centre - reach) / (2 * size)));
    while (nearness(first) <= 0) first++;
    let end = first + 1;
    while (end < length && nearness(end) > 0) end++;
    const parts = Array.from({ length: end - first }, (_, i) => nearness(first + i));
    return { first, weights: ofSumOne(parts) };
  });
}

function ofSumOne(parts: readonly number[]): Int16Array {
  const sum = parts.reduce((total, part) => total + part, 0);
  const weights = Int16Array.from(parts, (part) => Math.floor((2 * ONE * part + sum) / (2 * sum)));
  // What rounding has left over goes where it matters least.
  const largest = parts.indexOf(Math.max(...parts));
  const rest = ONE - weights.reduce((total, weight) => total + weight, 0);
  weights[largest] = (weights[largest] ?? 0) + rest;
  return weights;
}
