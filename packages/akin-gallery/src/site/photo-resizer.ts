import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { transaction } from "../database/sqlite.js";
import { hasAllImages, readCachedImages } from "./cached-images.js";
import { IMAGE_SIZES, imageFileName, imageName } from "./image-options.js";
import type { ImagesToMake } from "./make-missing-images.js";

/** Placeholders written in one transaction. */
const BATCH = 32;

interface PhotoWithImages {
  name: string;
  width: number;
  height: number;
  hasPlaceholder: boolean;
}

/** Knows the web sizes and the placeholders that photos lack; what is in the cache is not made again. */
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

  /** What is to be made of one of the photos; null for one that the gallery does not have. */
  imagesOf({ id }: { id: number }): ImagesToMake | null {
    const photo = this.photos.get(id);
    if (!photo) return null;
    const { name, width, height } = photo;
    const files = IMAGE_SIZES.map((size) => imageFileName(name, size));
    const made = new Set(files.filter((file) => this.cached.has(file)));
    return { photo: { name, width, height }, cache: this.cache, made };
  }

  /**
   * Keeps what was made of one content.
   * @param copies all photos that have it
   */
  store(copies: readonly { id: number }[], placeholder: Uint8Array): void {
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
