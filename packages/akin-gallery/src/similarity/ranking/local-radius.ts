/**
 * How far the neighbours of a photo are from it: the mean distance of its list. Photos that are near everything have a
 * small one, loners a large one.
 * @param distances cosine distances to the photo's stored neighbours
 * @returns 0 of an empty list
 */
export function localRadius(distances: readonly number[]): number {
  const sum = distances.reduce((total, distance) => total + distance, 0);
  return distances.length === 0 ? 0 : sum / distances.length;
}
