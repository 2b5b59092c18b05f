import { BoundedCache } from "./bounded-cache.js";
import type { LastingKind } from "./kind-of.js";

/** How many files are kept: some 200 MB in all. */
const LIMITS: Record<Exclude<LastingKind, "assets">, number> = {
  data: 3000,
  vectors: 100,
  tiles: 2000,
  photos: 400,
};

/** The caches of one gallery: an origin can have several, in folders of their own. */
export class GalleryCaches {
  readonly data: BoundedCache;
  readonly vectors: BoundedCache;
  readonly tiles: BoundedCache;
  readonly photos: BoundedCache;

  /** @param scope the gallery's address */
  constructor(private readonly scope: string) {
    this.data = new BoundedCache(this.name("data"), LIMITS.data);
    this.vectors = new BoundedCache(this.name("vectors"), LIMITS.vectors);
    this.tiles = new BoundedCache(this.name("tiles"), LIMITS.tiles);
    this.photos = new BoundedCache(this.name("photos"), LIMITS.photos);
  }

  /** The page, its assets, and what tells which data is the gallery's now. */
  shell(): Promise<Cache> {
    return caches.open(this.name("shell"));
  }

  async deleteAll(): Promise<void> {
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(this.name("")));
    await Promise.all(own.map((name) => caches.delete(name)));
  }

  private name(kind: string): string {
    return `akin ${this.scope} ${kind}`;
  }
}
