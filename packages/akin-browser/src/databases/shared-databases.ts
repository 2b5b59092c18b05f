import type { Manifest } from "../format/index.js";
import type { DatabaseOptions } from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import { SharedRequests } from "../source/shared-requests.js";
import type { DatabasePair, DatabaseProgress } from "./database.js";
import type { OpenedDatabases } from "./open-databases.js";

/** One pair of databases for all callers, opened when the first one asks. */
export class SharedDatabases {
  readonly #root: string;
  readonly #manifest: Manifest;
  readonly #requests = new SharedRequests<OpenedDatabases>(1);
  readonly #listeners = new Set<(progress: DatabaseProgress) => void>();
  #progress: DatabaseProgress | null = null;
  #opened: OpenedDatabases | null = null;

  constructor(root: string, manifest: Manifest) {
    this.#root = root;
    this.#manifest = manifest;
  }

  async open({ signal, onProgress }: DatabaseOptions = {}): Promise<DatabasePair> {
    const opened = this.#requests.get("pair", (shared) => this.#start(shared), signal);
    const listener = (progress: DatabaseProgress) => onProgress?.(progress);
    if (this.#progress !== null) listener(this.#progress);
    this.#listeners.add(listener);
    try {
      return (await opened).pair;
    } finally {
      this.#listeners.delete(listener);
    }
  }

  close(reason: unknown): void {
    this.#requests.clear(reason);
    this.#opened?.close(reason);
  }

  async #start(signal: AbortSignal): Promise<OpenedDatabases> {
    this.#progress = null;
    const { openDatabases } = await import("./open-databases.js").catch((cause: unknown) => {
      throw new GalleryError("NETWORK", "The code that opens databases could not be fetched.", {
        cause,
      });
    });
    this.#opened = await openDatabases(this.#root, this.#manifest, signal, (progress) => {
      this.#progress = progress;
      for (const listener of this.#listeners) listener(progress);
    });
    return this.#opened;
  }
}
