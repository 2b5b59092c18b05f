import { fetchFile } from "./fetch-file.js";
import { freshIfDamaged } from "./fresh-if-damaged.js";
import { SharedRequests } from "./shared-requests.js";
import { parseJson, unpack } from "./unpack.js";

export interface SiteFileOptions {
  signal?: AbortSignal | undefined;
  /** `low` for what nobody waits for yet. */
  priority?: RequestPriority;
}

/** One kind of hash-named JSON file, fetched once, checked once, and kept while there is room. */
export class SiteFiles<T> {
  readonly #folder: string;
  readonly #parse: (value: unknown, url: string) => T;
  readonly #requests: SharedRequests<T>;

  /**
   * @param folder URL that ends with `/`
   * @param parse checks what came; throws GalleryError
   * @param capacity how many parsed files stay in memory
   */
  constructor(folder: string, parse: (value: unknown, url: string) => T, capacity: number) {
    this.#folder = folder;
    this.#parse = parse;
    this.#requests = new SharedRequests(capacity);
  }

  get(name: string, { signal, priority = "auto" }: SiteFileOptions = {}): Promise<T> {
    const url = this.#folder + encodeURIComponent(name);
    const load = (shared: AbortSignal) =>
      freshIfDamaged(async (cache) => {
        const bytes = await fetchFile(url, { signal: shared, priority, cache });
        return this.#parse(parseJson(await unpack(bytes, url), url), url);
      });
    return this.#requests.get(name, load, signal);
  }

  clear(reason: unknown): void {
    this.#requests.clear(reason);
  }
}
