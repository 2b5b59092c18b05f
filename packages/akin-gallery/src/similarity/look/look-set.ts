import type { VectorStore } from "../../database/vector-store.js";
import type { VectorSet } from "../neighbour-lists.js";

/** All looks as vectors: L2-normalised float32. */
export function lookSet(store: VectorStore): VectorSet {
  const { ids, looks, dimensions } = store.looks.readAll();
  const vectors = new Float32Array(looks.length);
  for (let start = 0; start < looks.length; start += dimensions) {
    let sum = 0;
    for (let at = start; at < start + dimensions; at++) sum += (looks[at] ?? 0) ** 2;
    const norm = Math.sqrt(sum) || 1;
    for (let at = start; at < start + dimensions; at++) vectors[at] = (looks[at] ?? 0) / norm;
  }
  return { ids, vectors, dimensions };
}
