import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { transaction } from "../database/sqlite.js";
import type { Raster } from "../photos/decode-photo.js";
import { hasAllImages, readCachedImages } from "./cached-images.js";
import { imageName } from "./image-options.js";
import { makeImages, makePlaceholder } from "./make-images.js";

/** Placeholders written in one transaction. */
const BATCH = 32;

interface PhotoWithImages {
  name: string;
  width: number;
  height: number;
  hasPlaceholder: boolean;
}

/** Makes the web sizes and the placeholders that photos lack; what is in the cache is not made again. */
export class PhotoResizer {
  private placeholders: { id: number; placeholder: Uint8Array }[] = [];

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly cache: string,
    private readonly cached: ReadonlySet<string>,
    private readonly photos: ReadonlyMap<number, PhotoWithImages>,
  ) {}

  /** @param cache the folder of resized images */
  static async open(database: DatabaseSyncInstance, cache: string): Promise<PhotoResizer> {
    const cached = await readCachedImages(cache);
    return new PhotoResizer(database, cache, cached, photosWithImages(database));
  }

  lacks({ id }: { id: number }): boolean {
    const photo = this.photos.get(id);
    return photo !== undefined && !(photo.hasPlaceholder && hasAllImages(this.cached, photo));
  }

  /**
   * Makes what is missing of one content.
   *
   * @param copies all photos that have it
   * @param decode called only if an image is missing: a new name for an old photo needs no decoding
   */
  async make(copies: readonly { id: number }[], decode: () => Promise<Raster>): Promise<void> {
    const photo = this.photos.get(copies[0]?.id ?? Number.NaN);
    if (!photo) return;
    let placeholder = hasAllImages(this.cached, photo) ? await this.placeholderOf(photo) : null;
    if (!placeholder) {
      await makeImages(photo, await decode(), this.cache, this.cached);
      placeholder = await makePlaceholder(this.cache, photo.name);
    }
    for (const { id } of copies) this.placeholders.push({ id, placeholder });
    if (this.placeholders.length >= BATCH) this.flush();
  }

  /** Makes the placeholders durable that are not yet. */
  flush(): void {
    const statement = this.database.prepare("UPDATE images SET placeholder = ? WHERE id = ?");
    transaction(this.database, () => {
      for (const { id, placeholder } of this.placeholders) statement.run(placeholder, id);
    });
    this.placeholders = [];
  }

  private async placeholderOf({ name }: PhotoWithImages): Promise<Uint8Array | null> {
    try {
      return await makePlaceholder(this.cache, name);
    } catch {
      // The cached image is damaged.
      return null;
    }
  }
}

function photosWithImages(database: DatabaseSyncInstance): Map<number, PhotoWithImages> {
  const rows = database.prepare(`
    SELECT id, width, height, content_hash, placeholder IS NOT NULL AS has_placeholder FROM images`);
  const photos = rows.all().map((row): [number, PhotoWithImages] => [
    Number(row.id),
    {
      name: imageName(String(row.content_hash)),
      width: Number(row.width),
      height: Number(row.height),
      hasPlaceholder: row.has_placeholder === 1,
    },
  ]);
  return new Map(photos);
}
