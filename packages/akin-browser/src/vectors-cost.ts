import type { PublishedVectors } from "./format/index.js";
import type { VectorsCost } from "./gallery.js";

/** Above this size of the int8 vectors, all of them are loaded only when the page asks. */
export const LARGE_VECTORS_BYTES = 20_000_000;

/** Answers `Gallery.vectorsCost`. */
export function vectorsCost(vectors: PublishedVectors | null, loaded: boolean): VectorsCost {
  if (vectors === null || loaded) return { bytes: 0, searchBytes: 0, loaded };
  const { int8, signs } = vectors;
  const searchBytes = int8.bytes > LARGE_VECTORS_BYTES ? signs.bytes : int8.bytes;
  return { bytes: int8.bytes, searchBytes, loaded };
}
