import type { MapNodes } from "./map-nodes.js";
import { inPlane, principalPlane } from "./principal-plane.js";

/** Photos by which the plane is found. */
const SAMPLE = 1024;

/** Reads all vectors, in any order. */
export type EachVector = () => Iterable<{ id: number; vector: Float32Array }>;

/**
 * Where the layout starts: the vectors' first two principal components, so that what has little in common is far apart
 * (Kobak and Linderman, "Initialization is critical for preserving global data structure in both t-SNE and UMAP", 2021).
 *
 * @param ids photos on the map, ascending; they are hashes, so that the first ones are a fair sample
 */
export function startLayout(
  ids: Float64Array,
  { photos, nodeOf }: MapNodes,
  eachVector: EachVector,
): Float32Array {
  const rowOf = new Map(Array.from(ids.subarray(0, SAMPLE), (id, row) => [id, row]));
  const sample: Float32Array[] = [];
  for (const { id, vector } of eachVector()) {
    const row = rowOf.get(id);
    if (row !== undefined) sample[row] = vector.slice();
  }
  const plane = principalPlane(sample);
  const start = new Float32Array(2 * photos.length);
  for (const { id, vector } of eachVector()) {
    const node = nodeOf.get(id);
    if (node !== undefined && photos[node] === id) start.set(inPlane(plane, vector), 2 * node);
  }
  return start;
}
