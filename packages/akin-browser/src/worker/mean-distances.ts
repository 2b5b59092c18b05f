import type { ExampleVector } from "./example-vectors.js";
import type { GalleryVectors } from "./gallery-vectors.js";

/**
 * For each photo found, the mean of its cosine distances to what it should be like.
 *
 * @param found positions of photos
 * @returns null for each where it should be like nothing that has a vector
 */
export async function meanDistances(
  vectors: GalleryVectors,
  found: readonly number[],
  plus: readonly ExampleVector[],
  signal: AbortSignal,
): Promise<(number | null)[]> {
  const rows = await vectors.rows(
    found.map((position) => position - 1),
    signal,
  );
  const examples = plus.map(({ vector }) => vector).filter((vector) => lengthOf(vector) > 0);
  // The mean of cosines is the cosine to all directions at once: one pass for each photo, however many examples.
  const sum = new Float64Array(vectors.dimensions);
  for (const example of examples) {
    const length = lengthOf(example);
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (example[i] ?? 0) / length;
  }
  return rows.map((row) => {
    if (examples.length === 0) return null;
    let product = 0;
    for (let i = 0; i < sum.length; i++) product += (sum[i] ?? 0) * (row[i] ?? 0);
    return 1 - product / (lengthOf(row) || 1) / examples.length;
  });
}

function lengthOf(vector: Int8Array | Float32Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square);
}
