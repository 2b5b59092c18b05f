/** Where a sequence may be cut. */
export interface ChunkRule<T> {
  /** Fewest items of a chunk, but for the last one. */
  least: number;
  most: number;
  /** Whether a chunk should begin with this item: decided by the item alone. */
  begins(item: T): boolean;
}

/**
 * Cuts a sequence into chunks whose borders depend on what is near them, not on what is before: after an insertion
 * the old borders come back within a few chunks, and so do the chunks' names.
 */
export function* cutChunks<T>(items: Iterable<T>, rule: ChunkRule<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    const full = chunk.length >= rule.most || (chunk.length >= rule.least && rule.begins(item));
    if (full) {
      yield chunk;
      chunk = [];
    }
    chunk.push(item);
  }
  if (chunk.length > 0) yield chunk;
}
