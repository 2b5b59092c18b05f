/** Where the bytes of a SQLite file come from, in pieces that are fetched and checked alone. */
export interface ByteSource {
  /** Where each piece ends in the file, ascending; the last one is the file's size in bytes. */
  readonly ends: readonly number[];

  /**
   * Fetches pieces that follow each other.
   *
   * @returns their bytes, in order
   * @throws GalleryError
   */
  fetch(first: number, count: number, options: FetchPieces): Promise<Uint8Array[]>;
}

export interface FetchPieces {
  signal?: AbortSignal | undefined;
  /** Told of bytes as they are transferred: how many have come since it was told before. */
  onBytes?: ((count: number) => void) | undefined;
}

/** Size of the file in bytes. */
export function sizeOf({ ends }: ByteSource): number {
  return ends.at(-1) ?? 0;
}

/** The first and last byte + 1 of a piece. */
export function extentOf({ ends }: ByteSource, piece: number): { start: number; end: number } {
  return { start: ends[piece - 1] ?? 0, end: ends[piece] ?? 0 };
}
