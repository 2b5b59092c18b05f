import type { LikenessMap, MapPhoto } from "akin-browser";
import { Listeners } from "../listeners.js";

/** The photos of the map's rows, as far as they have been asked for. */
export class MapPhotos {
  /** Told when more photos are known. */
  readonly listeners = new Listeners();
  readonly #map: LikenessMap;
  readonly #onFailure: (error: unknown) => void;
  readonly #chunks = new Map<number, readonly MapPhoto[]>();
  readonly #asked = new Set<number>();

  /** @param onFailure told why photos could not be had; they are asked for again when they are wanted again */
  constructor(map: LikenessMap, onFailure: (error: unknown) => void) {
    this.#map = map;
    this.#onFailure = onFailure;
  }

  readonly find = (row: number): MapPhoto | undefined => {
    const { chunkSize } = this.#map;
    return this.#chunks.get(Math.floor(row / chunkSize))?.[row % chunkSize];
  };

  /** Fetches what is missing of some rows. */
  async want(rows: Iterable<number>): Promise<void> {
    const chunks = new Set<number>();
    for (const row of rows) chunks.add(Math.floor(row / this.#map.chunkSize));
    await Promise.all(Array.from(chunks, (chunk) => this.#fetch(chunk)));
  }

  async #fetch(chunk: number): Promise<void> {
    if (this.#asked.has(chunk)) return;
    this.#asked.add(chunk);
    try {
      this.#chunks.set(chunk, await this.#map.chunk(chunk));
      this.listeners.changed();
    } catch (error) {
      this.#asked.delete(chunk);
      this.#onFailure(error);
    }
  }
}
