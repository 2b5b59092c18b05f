import type { VocabularyList } from "../format/index.js";
import type { RequestOptions } from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import { SiteFiles } from "../source/site-files.js";

/** All chunks of a large vocabulary: 1 MB of 2,000 words of 512 dimensions. */
const CHUNKS_KEPT = 1024;

/** The vectors of a vocabulary's words, in chunks that are fetched alone. */
export class WordVectors {
  readonly #files: SiteFiles<Int8Array>;
  readonly #dimensions: number;
  readonly #chunks: { name: string; from: number; to: number }[] = [];

  /** @param folder URL of `data/words/` */
  constructor(folder: string, chunks: VocabularyList["chunks"], dimensions: number) {
    this.#files = new SiteFiles(folder, (bytes) => new Int8Array(bytes), CHUNKS_KEPT);
    this.#dimensions = dimensions;
    let from = 0;
    for (const [name, words] of chunks) {
      this.#chunks.push({ name, from, to: from + words });
      from += words;
    }
  }

  /** @returns the sum of the directions of some words, Float32Array of length D, L2-normalised */
  async sumOf(rows: readonly number[], options?: RequestOptions): Promise<Float32Array> {
    const vectors = await Promise.all(rows.map((row) => this.#vectorOf(row, options)));
    const sum = new Float32Array(this.#dimensions);
    for (const vector of vectors) {
      const norm = Math.hypot(...vector) || 1;
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) / norm;
    }
    const norm = Math.hypot(...sum) || 1;
    return sum.map((value) => value / norm);
  }

  async #vectorOf(row: number, options?: RequestOptions): Promise<Int8Array> {
    const { name, from, to } = this.#chunks.find((chunk) => row < chunk.to) ?? {
      name: "",
      from: 0,
      to: 0,
    };
    const rows = await this.#files.get(name, options);
    if (rows.length !== (to - from) * this.#dimensions) {
      throw new GalleryError("DAMAGED", `The words of ${name} are not as many as the list says.`);
    }
    const start = (row - from) * this.#dimensions;
    return rows.subarray(start, start + this.#dimensions);
  }
}
