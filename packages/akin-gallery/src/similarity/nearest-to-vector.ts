import type { Neighbour, VectorSet } from "./neighbour-lists.js";
import { vectorSpace } from "./vector-space.js";

/**
 * The k photos nearest to a vector that is not of the album.
 * @param query Float32Array of length D
 * @returns ascending by cosine distance, ties by lower id
 */
export function nearestToVector(set: VectorSet, query: Float32Array, k: number): Neighbour[] {
  // As one more row of the set, the query is compared by the very arithmetic of the stored neighbours.
  const vectors = new Float32Array(set.vectors.length + query.length);
  vectors.set(set.vectors);
  vectors.set(query, set.vectors.length);
  const ids = new Float64Array(set.ids.length + 1).fill(Infinity);
  ids.set(set.ids);
  const space = vectorSpace({ ids, vectors, dimensions: set.dimensions });
  const neighbours = Array.from(set.ids, (id, row) => ({
    id,
    distance: space.distance(set.ids.length, row),
  }));
  return neighbours.sort((a, b) => a.distance - b.distance || a.id - b.id).slice(0, k);
}
