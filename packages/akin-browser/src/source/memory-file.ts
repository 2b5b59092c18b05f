import type { ByteSource } from "./byte-source.js";

/** A file that is in memory whole. */
export class MemoryFile implements ByteSource {
  readonly ends: readonly number[];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.ends = [bytes.length];
  }

  async fetch(): Promise<Uint8Array[]> {
    return [this.#bytes];
  }
}
