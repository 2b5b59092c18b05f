import { farthestMeant } from "../format/farthest-meant.js";
import type { GalleryVectors } from "./gallery-vectors.js";

/** Of a large gallery, photos that stand for all: runs of a few, which lie in the same chunk, from all over it. */
const RUNS = 32;
const RUN = 8;

/**
 * How far a photo may be from a question to be meant by it, see `farthestMeant`.
 * @param nearest of the photos that were found, the nearest first
 */
export async function farthestOfMeant(
  vectors: GalleryVectors,
  query: Int8Array | Float32Array,
  nearest: readonly { distance: number }[],
  signal: AbortSignal,
): Promise<number> {
  const { loaded, rowCount } = vectors;
  if (loaded !== null) {
    return farthestMeant(loaded.nearest(query, { k: rowCount, metric: "cosine" }).distances);
  }
  const sample = await vectors.rows(sampledRows(rowCount), signal);
  const distances = Float64Array.from(sample, (row) => 1 - cosine(row, query))
    .filter((distance) => !Number.isNaN(distance))
    .sort();
  const least = Math.min(distances[0] ?? 2, nearest[0]?.distance ?? 2);
  return farthestMeant(distances, rowCount, least);
}

function sampledRows(count: number): number[] {
  return Array.from({ length: RUNS * RUN }, (_, i) => {
    const start = Math.floor((Math.floor(i / RUN) * count) / RUNS);
    return Math.min(count - 1, start + (i % RUN));
  });
}

/** NaN where one has no direction. */
function cosine(a: Int8Array | Float32Array, b: Int8Array | Float32Array): number {
  let [product, squaredA, squaredB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    product += x * y;
    squaredA += x * x;
    squaredB += y * y;
  }
  return product / Math.sqrt(squaredA * squaredB);
}
