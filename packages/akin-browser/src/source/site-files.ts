import { fetchPublished } from "./fetch-published.js";
import { hashName } from "./hash-name.js";
import { parseJson } from "./parse-json.js";
import { SharedRequests } from "./shared-requests.js";

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
    const load = async (shared: AbortSignal) => {
      const options = { signal: shared, priority };
      const content = await fetchPublished(this.#folder, name, hashName, options);
      return this.#parse(parseJson(content, this.#folder + name), this.#folder + name);
    };
    return this.#requests.get(name, load, signal);
  }

  clear(reason: unknown): void {
    this.#requests.clear(reason);
  }
}
