import { fetchPublished } from "./fetch-published.js";
import { hashName } from "./hash-name.js";
import { parseJson } from "./parse-json.js";
import { SharedRequests } from "./shared-requests.js";

export interface SiteFileOptions {
  signal?: AbortSignal | undefined;
  /** `low` for what nobody waits for yet. */
  priority?: RequestPriority;
}

/** Checks what came from `url`, whose hash is right; throws GalleryError. */
export type ParseContent<T> = (content: Uint8Array<ArrayBuffer>, url: string) => T;

/** What `SiteFiles` of JSON take. @param parse checks a value; throws GalleryError */
export function json<T>(parse: (value: unknown, url: string) => T): ParseContent<T> {
  return (content, url) => parse(parseJson(content, url), url);
}

/** One kind of hash-named file, fetched once, checked once, and kept while there is room. */
export class SiteFiles<T> {
  readonly #folder: string;
  readonly #parse: ParseContent<T>;
  readonly #requests: SharedRequests<T>;

  /**
   * @param folder URL that ends with `/`
   * @param capacity how many parsed files stay in memory
   */
  constructor(folder: string, parse: ParseContent<T>, capacity: number) {
    this.#folder = folder;
    this.#parse = parse;
    this.#requests = new SharedRequests(capacity);
  }

  get(name: string, { signal, priority = "auto" }: SiteFileOptions = {}): Promise<T> {
    const load = async (shared: AbortSignal) => {
      const options = { signal: shared, priority };
      const content = await fetchPublished(this.#folder, name, hashName, options);
      return this.#parse(content, this.#folder + name);
    };
    return this.#requests.get(name, load, signal);
  }

  clear(reason: unknown): void {
    this.#requests.clear(reason);
  }
}
