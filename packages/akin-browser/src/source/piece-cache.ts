import { type ByteSource, extentOf, type FetchPieces, sizeOf } from "./byte-source.js";

/** What stays in memory of one file, in bytes. */
const KEPT_BYTES = 64 << 20;

/** Pieces fetched together while a file is read in order. */
const MOST_AHEAD = 128;

/** The pieces of a file that are in memory, least recently used first. */
export class PieceCache {
  readonly source: ByteSource;
  /** Pieces that `read` did not have since they were fetched last. */
  readonly missed = new Set<number>();
  readonly #pieces = new Map<number, Uint8Array>();
  /** Pieces that are being fetched, and until when. */
  readonly #underWay = new Map<number, Promise<unknown>>();

  constructor(source: ByteSource) {
    this.source = source;
  }

  /**
   * Copies bytes of the file.
   *
   * @param offset where they start in the file
   * @param target takes as many as it is long
   * @returns how many were copied, fewer than asked for at the end of the file; null if a piece was missing
   */
  read(offset: number, target: Uint8Array): number | null {
    const end = Math.min(offset + target.length, sizeOf(this.source));
    let at = offset;
    while (at < end) {
      const piece = pieceAt(this.source.ends, at);
      const bytes = this.#get(piece);
      if (bytes === undefined) {
        this.missed.add(piece);
        return null;
      }
      const { start } = extentOf(this.source, piece);
      const part = bytes.subarray(at - start, Math.min(end - start, bytes.length));
      target.set(part, at - offset);
      at += part.length;
    }
    return Math.max(0, end - offset);
  }

  /**
   * Fetches what was missed, and, where the file is being read in order, what comes next: as much again as was read
   * before, so that reading a file from end to end takes few steps.
   *
   * @returns how many bytes of the file came
   */
  async fetchMissed(options: FetchPieces): Promise<number> {
    const wanted = new Set([...this.missed].flatMap((piece) => this.#withNext(piece)));
    this.missed.clear();
    return await this.#fetch(wanted, options);
  }

  /** Fetches all of the file. */
  async fetchAll(options: FetchPieces): Promise<void> {
    await this.#fetch(new Set(this.source.ends.keys()), options);
  }

  /** Takes a piece that came in another way. */
  put(piece: number, bytes: Uint8Array): void {
    this.#pieces.set(piece, bytes);
  }

  /** Drops what was not read for longest, until it is little enough. Statements under way may need all there is. */
  trim(): void {
    let bytes = 0;
    for (const { length } of this.#pieces.values()) bytes += length;
    for (const [oldest, { length }] of this.#pieces) {
      if (bytes <= KEPT_BYTES || this.#pieces.size === 1) break;
      this.#pieces.delete(oldest);
      bytes -= length;
    }
  }

  async #fetch(pieces: Set<number>, options: FetchPieces): Promise<number> {
    const missing = [...pieces].filter((piece) => !this.#pieces.has(piece));
    const others = missing.flatMap((piece) => this.#underWay.get(piece) ?? []);
    const own = missing.filter((piece) => !this.#underWay.has(piece));
    let fetched = 0;
    const runs = runsOf(own).map(async ({ first, count }) => {
      const found = await this.source.fetch(first, count, options);
      found.forEach((bytes, index) => {
        fetched += bytes.length;
        this.put(first + index, bytes);
      });
    });
    const arrival = Promise.all(runs);
    for (const piece of own) this.#underWay.set(piece, arrival);
    try {
      await arrival;
    } finally {
      for (const piece of own) this.#underWay.delete(piece);
    }
    // Where another caller's fetch failed, or was aborted, the piece is still missing, and is missed again.
    await Promise.allSettled(others);
    return fetched;
  }

  #withNext(piece: number): number[] {
    let before = 0;
    while (before < MOST_AHEAD && this.#pieces.has(piece - before - 1)) before++;
    const end = Math.min(piece + Math.max(1, before), this.source.ends.length);
    return Array.from({ length: end - piece }, (_, index) => piece + index);
  }

  #get(piece: number): Uint8Array | undefined {
    const bytes = this.#pieces.get(piece);
    if (bytes === undefined) return undefined;
    this.#pieces.delete(piece);
    this.#pieces.set(piece, bytes);
    return bytes;
  }
}

/** The piece that holds a byte. */
function pieceAt(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers as runs that follow each other. */
function runsOf(numbers: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count++;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}
