import { farthestMeant } from "akin-browser/format";
import { nearestToVector } from "../similarity/nearest-to-vector.js";
import type { Neighbour, VectorSet } from "../similarity/neighbour-lists.js";

/**
 * The photos that show what some words say, nearest first, as far as they stand out among the gallery's.
 * @param query the words' vector, Float32Array of length D
 */
export function rankByMeaning(set: VectorSet, query: Float32Array): Neighbour[] {
  const all = nearestToVector(set, query, set.ids.length);
  const farthest = farthestMeant(Float64Array.from(all, ({ distance }) => distance));
  return all.filter(({ distance }) => distance <= farthest);
}
