import type { StoredWord } from "../database/words-table.js";

/** A vocabulary's vectors. */
export interface WordSet {
  words: readonly string[];
  /** Row after row, `words.length * dimensions` values, each row L2-normalised. */
  vectors: Float32Array;
  dimensions: number;
}

export function wordSetOf(stored: readonly StoredWord[], dimensions: number): WordSet {
  const vectors = new Float32Array(stored.length * dimensions);
  for (const [row, { vector }] of stored.entries()) vectors.set(vector, row * dimensions);
  return { words: stored.map(({ word }) => word), vectors, dimensions };
}
