/** Steps in which a radius doubles. */
const STEPS = 8;

/**
 * How far the neighbours of a photo are from it: the mean distance of its list, rounded to an eighth of an octave, so that a
 * photo that is added to the list changes the order of few others. Photos that are near everything have a small one,
 * loners a large one.
 * @param distances cosine distances to the photo's stored neighbours
 * @returns 0 of an empty list
 */
export function localRadius(distances: readonly number[]): number {
  const sum = distances.reduce((total, distance) => total + distance, 0);
  if (sum === 0) return 0;
  return 2 ** (Math.round(Math.log2(sum / distances.length) * STEPS) / STEPS);
}
