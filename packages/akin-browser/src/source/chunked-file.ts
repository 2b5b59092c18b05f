import { GalleryError } from "../gallery-error.js";
import { type ByteSource, extentOf, type FetchPieces } from "./byte-source.js";
import type { ChunkList } from "./chunk-list.js";
import { fetchPublished } from "./fetch-published.js";
import type { HashName } from "./hash-name.js";

/** A published SQLite file, cut into chunks that are named by their content. */
export class ChunkedFile implements ByteSource {
  readonly ends: readonly number[];
  readonly #folder: string;
  readonly #names: readonly string[];
  readonly #hashName: HashName;

  /** @param folder URL that ends with `/`; @param pageSize bytes of one of the list's pages */
  constructor(folder: string, chunks: ChunkList, pageSize: number, hashName: HashName) {
    this.#folder = folder;
    this.#names = chunks.names;
    this.ends = chunks.ends.map((end) => end * pageSize);
    this.#hashName = hashName;
  }

  fetch(first: number, count: number, { signal, onBytes }: FetchPieces): Promise<Uint8Array[]> {
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        let told = 0;
        const content = await fetchPublished(
          this.#folder,
          this.#nameOf(first + index),
          this.#hashName,
          {
            signal,
            onBytes(received) {
              if (received > told) onBytes?.(received - told);
              told = Math.max(told, received);
            },
          },
        );
        return this.#whole(first + index, content);
      }),
    );
  }

  #nameOf(piece: number): string {
    return this.#names[piece] ?? "";
  }

  #whole(piece: number, content: Uint8Array): Uint8Array {
    const { start, end } = extentOf(this, piece);
    if (content.length === end - start) return content;
    throw new GalleryError(
      "DAMAGED",
      `${this.#folder}${this.#nameOf(piece)} holds ${content.length} bytes, its index says ${end - start}.`,
    );
  }
}
