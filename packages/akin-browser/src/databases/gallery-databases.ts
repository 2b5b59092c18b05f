import type { Manifest } from "../format/index.js";
import { SharedLoad } from "../source/shared-load.js";
import { fetchCode } from "./fetch-code.js";
import type { GalleryClient } from "./gallery-client.js";

/** The worker with a gallery's database: one for all callers, started when the first one asks. */
export class GalleryDatabases {
  readonly #load: SharedLoad<GalleryClient>;
  #client: GalleryClient | null = null;

  /** @param root the site's root, absolute, ending with `/` */
  constructor(root: string, manifest: Manifest) {
    this.#load = new SharedLoad(async (...waiting) => {
      const code = await fetchCode(() => import("./open-gallery-client.js"));
      this.#client = await code.openGalleryClient(root, manifest, ...waiting);
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
