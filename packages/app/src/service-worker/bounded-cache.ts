/** Files that are added before it is looked whether there are too many. */
const LOOK_EVERY = 50;

/**
 * A cache that forgets what was used least recently, roughly: browsers keep the order in which files came, and when the
 * oldest have to go, those that were used since the worker started go to the end instead.
 */
export class BoundedCache {
  private readonly used = new Set<string>();
  private added = 0;

  /** @param limit number of files */
  constructor(
    private readonly name: string,
    private readonly limit: number,
  ) {}

  async match(request: Request): Promise<Response | undefined> {
    const cache = await caches.open(this.name);
    const found = await cache.match(request, { ignoreVary: true });
    if (found) this.used.add(request.url);
    return found;
  }

  async put(request: Request, response: Response): Promise<void> {
    try {
      const cache = await caches.open(this.name);
      await cache.put(request, response);
      if (this.added++ % LOOK_EVERY === 0) await this.forget(this.limit);
    } catch (error) {
      if (!isQuotaExceeded(error)) throw error;
      // The file isn't kept, but there will be room for others.
      await this.forget(this.limit / 2);
    }
  }

  private async forget(limit: number): Promise<void> {
    const cache = await caches.open(this.name);
    const requests = await cache.keys();
    for (const request of requests.slice(0, Math.max(0, requests.length - limit))) {
      const response = this.used.delete(request.url) ? await cache.match(request) : undefined;
      await cache.delete(request);
      if (response) await cache.put(request, response);
    }
  }
}

function isQuotaExceeded(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
