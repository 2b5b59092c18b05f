import type { Manifest } from "../format/index.js";
import type { CardFinder } from "../photos/card-finder.js";
import { SharedLoad } from "../source/shared-load.js";
import { GalleryClient } from "./gallery-client.js";
import { seldomUrl } from "./seldom-url.js";
import { startWorker } from "./start-worker.js";

/** The worker with a gallery's database: one for all callers, started when the first one asks. */
export class GalleryDatabases {
  readonly #load: SharedLoad<GalleryClient>;
  #client: GalleryClient | null = null;

  /** @param root the site's root, absolute, ending with `/` */
  constructor(root: string, manifest: Manifest, cards: CardFinder) {
    const { buildId, photos, model, timeline, database, vectors } = manifest;
    const gallery = {
      root,
      buildId,
      photos,
      modelName: model?.name ?? null,
      timeline: timeline.map(({ month, photos }) => ({ month, photos })),
      database,
      vectors,
      seldom: seldomUrl(),
    };
    this.#load = new SharedLoad(async (...waiting) => {
      const worker = await startWorker(createWorker, { type: "open-gallery", gallery }, ...waiting);
      this.#client = new GalleryClient(worker, manifest, cards);
      return this.#client;
    });
  }

  get hasVectors(): boolean {
    return this.#client?.hasVectors ?? false;
  }

  open(...waiting: Parameters<SharedLoad<GalleryClient>["get"]>): Promise<GalleryClient> {
    return this.#load.get(...waiting);
  }

  close(reason: unknown): void {
    this.#load.clear(reason);
    this.#client?.close(reason);
  }
}

function createWorker(): Worker {
  return new Worker(new URL("../worker/sqlite-worker.js", import.meta.url), { type: "module" });
}
