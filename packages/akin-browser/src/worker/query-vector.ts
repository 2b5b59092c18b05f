import type { OnLoading } from "../source/shared-load.js";
import type { GalleryVectors } from "./gallery-vectors.js";

/**
 * What to search for: the sum of directions, each at length 1.
 *
 * @param plus positions of photos, added; @param minus subtracted
 * @returns the photo's own vector where one photo is all that is given; else a Float32Array of length D
 */
export async function queryVector(
  vectors: GalleryVectors,
  plus: readonly number[],
  minus: readonly number[],
  vector: Float32Array | null,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<Int8Array | Float32Array> {
  // They are loaded anyway to answer: then no chunk is fetched twice.
  if (!vectors.isLarge) await vectors.load(signal, onLoading);
  const rows = [...plus, ...minus].map((position) => position - 1);
  const found = await vectors.rows(rows, signal);
  const [single] = found;
  if (single !== undefined && plus.length === 1 && found.length === 1 && vector === null) {
    return single;
  }
  const sum = new Float32Array(vectors.dimensions);
  found.forEach((row, index) => {
    addDirection(sum, row, index < plus.length ? 1 : -1);
  });
  if (vector !== null) addDirection(sum, vector, 1);
  return sum;
}

function addDirection(sum: Float32Array, vector: Int8Array | Float32Array, sign: number): void {
  let square = 0;
  for (const value of vector) square += value * value;
  // A photo without a vector has a row of zeros, and no direction.
  const scale = square > 0 ? sign / Math.sqrt(square) : 0;
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) * scale;
}
