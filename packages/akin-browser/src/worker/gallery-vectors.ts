import type { PublishedVectors, VectorChunks } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { type ChunkList, fetchChunkList } from "../source/chunk-list.js";
import { fetchPublished } from "../source/fetch-published.js";
import { type OnLoading, SharedLoad } from "../source/shared-load.js";
import { SharedRequests } from "../source/shared-requests.js";
import { VectorArray } from "../vec0/vector-array.js";
import { LARGE_VECTORS_BYTES } from "../vectors-cost.js";
import { forEachLimited } from "./for-each-limited.js";
import { hashNameHere } from "./hash-name-here.js";

/** Chunks under way at once. */
const AT_ONCE = 16;

/**
 * Chunks of single rows kept in memory: 32 MB where one has 64 rows of 512 dimensions. One answer may need 300 of them:
 * if fewer were kept, the same question asked again would fetch all anew.
 */
const CHUNKS_KEPT = 1024;

/** The published vectors, loaded as far as they are needed. */
export class GalleryVectors {
  readonly #folder: string;
  readonly #published: PublishedVectors;
  readonly #chunks = new SharedRequests<Uint8Array>(CHUNKS_KEPT);
  readonly #int8List: SharedLoad<ChunkList>;
  readonly #int8: SharedLoad<VectorArray>;
  readonly #signs: SharedLoad<VectorArray>;
  #loaded: VectorArray | null = null;

  /** @param folder URL of `data/vectors/` */
  constructor(folder: string, published: PublishedVectors) {
    this.#folder = folder;
    this.#published = published;
    this.#int8List = new SharedLoad((signal) => this.#list(published.int8, signal));
    this.#int8 = new SharedLoad(async (signal, onLoading) => {
      const list = await this.#int8List.get(signal);
      const array = VectorArray.create("int8", published.dimensions, published.rows);
      this.#loaded = await this.#fill(array, list, published.int8.bytes, signal, onLoading);
      return this.#loaded;
    });
    this.#signs = new SharedLoad(async (signal, onLoading) => {
      const list = await this.#list(published.signs, signal);
      const array = VectorArray.create("bit", published.dimensions, published.rows);
      return await this.#fill(array, list, published.signs.bytes, signal, onLoading);
    });
  }

  get dimensions(): number {
    return this.#published.dimensions;
  }

  /** A row for each photo. */
  get rowCount(): number {
    return this.#published.rows;
  }

  /** All int8 vectors, once they are there. */
  get loaded(): VectorArray | null {
    return this.#loaded;
  }

  get isLarge(): boolean {
    return this.#published.int8.bytes > LARGE_VECTORS_BYTES;
  }

  /** What to say to a statement that needs them all while they are not there. */
  notLoaded(): GalleryError {
    const megabytes = Math.ceil(this.#published.int8.bytes / 1e6);
    return new GalleryError(
      "NOT_LOADED",
      `The statement needs image_vectors, which are ${megabytes} MB and not loaded unasked. Call loadVectors() first.`,
    );
  }

  /** All int8 vectors. */
  async load(signal: AbortSignal, onLoading: OnLoading): Promise<VectorArray> {
    return this.#loaded ?? (await this.#int8.get(signal, onLoading));
  }

  /** The signs of all vectors. */
  loadSigns(signal: AbortSignal, onLoading: OnLoading): Promise<VectorArray> {
    return this.#signs.get(signal, onLoading);
  }

  /** Single int8 vectors, in the order of `rows`, from memory or from their chunks. */
  async rows(rows: readonly number[], signal: AbortSignal): Promise<Int8Array<ArrayBuffer>[]> {
    const loaded = this.#loaded;
    if (loaded !== null) return rows.map((row) => new Int8Array(loaded.get(row).buffer));
    const list = await this.#int8List.get(signal);
    const vectors: Int8Array<ArrayBuffer>[] = [];
    await forEachLimited(rows.entries(), AT_ONCE, async ([index, row]) => {
      const chunk = list.ends.findIndex((end) => end > row);
      const bytes = await this.#chunks.get(
        String(chunk),
        (shared) => this.#chunk(list, chunk, this.dimensions, shared),
        signal,
      );
      const offset = (row - (list.ends[chunk - 1] ?? 0)) * this.dimensions;
      vectors[index] = new Int8Array(bytes.slice(offset, offset + this.dimensions).buffer);
    });
    return vectors;
  }

  #list({ index }: VectorChunks, signal: AbortSignal): Promise<ChunkList> {
    return fetchChunkList(this.#folder, index, this.#published.rows, hashNameHere, signal);
  }

  async #fill(
    array: VectorArray,
    list: ChunkList,
    totalBytes: number,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<VectorArray> {
    const rowBytes = array.type === "bit" ? Math.ceil(this.dimensions / 8) : this.dimensions;
    let loadedBytes = 0;
    onLoading(0, totalBytes);
    await forEachLimited(list.names.keys(), AT_ONCE, async (chunk) => {
      const bytes = await this.#chunk(list, chunk, rowBytes, signal);
      array.set(list.ends[chunk - 1] ?? 0, bytes);
      loadedBytes += bytes.length;
      onLoading(loadedBytes, totalBytes);
    });
    return array;
  }

  async #chunk(
    { names, ends }: ChunkList,
    chunk: number,
    rowBytes: number,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const name = names[chunk] ?? "";
    const bytes = await fetchPublished(this.#folder, name, hashNameHere, { signal });
    const rows = (ends[chunk] ?? 0) - (ends[chunk - 1] ?? 0);
    if (bytes.length === rows * rowBytes) return bytes;
    throw new GalleryError(
      "DAMAGED",
      `${this.#folder}${name} holds ${bytes.length} bytes; ${rows} rows of ${rowBytes} were expected.`,
    );
  }
}
