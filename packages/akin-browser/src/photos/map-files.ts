import type { PublishedMap } from "../format/map-chunk.js";
import type { RequestOptions } from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import type { MapPhoto } from "../likeness-map.js";
import {
  type MapOverview,
  parseMapChunk,
  parseMapChunks,
  parseMapOverview,
} from "../source/parse-map.js";
import { json, SiteFiles } from "../source/site-files.js";

/** Parsed chunks kept in memory: what a screen shows lies in a few. */
const CHUNKS_KEPT = 64;

/** Reads the files of `data/map/`. */
export class MapFiles {
  readonly #map: PublishedMap;
  readonly #overview: SiteFiles<MapOverview>;
  readonly #names: SiteFiles<string[]>;
  readonly #chunks: SiteFiles<MapPhoto[]>;

  /** @param folder URL of `data/map/` */
  constructor(folder: string, map: PublishedMap) {
    this.#map = map;
    this.#overview = new SiteFiles(folder, parseMapOverview, 1);
    this.#names = new SiteFiles(folder, json(parseMapChunks), 1);
    this.#chunks = new SiteFiles(folder, json(parseMapChunk), CHUNKS_KEPT);
  }

  /** Photos in a chunk. */
  get chunkSize(): number {
    return this.#map.chunkSize;
  }

  overview(options?: RequestOptions): Promise<MapOverview> {
    return this.#overview.get(this.#map.overview, options);
  }

  async chunk(index: number, options?: RequestOptions): Promise<readonly MapPhoto[]> {
    const names = await this.#names.get(this.#map.chunks, options);
    const name = names[index];
    if (name === undefined) {
      throw new GalleryError("DAMAGED", `The map's list of parts has no part ${index}.`);
    }
    return await this.#chunks.get(name, options);
  }

  clear(reason: unknown): void {
    for (const files of [this.#overview, this.#names, this.#chunks]) files.clear(reason);
  }
}
