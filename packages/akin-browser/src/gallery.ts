import type { DatabasePair, DatabaseProgress } from "./databases/database.js";
import type { Card, GridBlock, Manifest } from "./format/index.js";

/** An abort rejects with the signal's reason, and never breaks another caller's request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
}

export interface DatabaseOptions extends RequestOptions {
  onProgress?: ((progress: DatabaseProgress) => void) | undefined;
}

/** What is needed to choose among a photo's published images. */
export interface SizedImage {
  /** The image's name, as cards and grid blocks have it. */
  image: string;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
}

/** An open gallery. All requests throw GalleryError. */
export interface Gallery {
  /** The site's root: absolute, ends with `/`. */
  readonly url: string;
  readonly manifest: Manifest;

  /** A grid block by its name in the manifest's timeline. */
  block(name: string, options?: RequestOptions): Promise<GridBlock>;

  /**
   * The card of a photo: all that a details panel shows, its similar photos included.
   *
   * @param idOrPath the photo's id, or its path within the album
   * @returns null if the gallery has no such photo
   */
  photo(idOrPath: number | string, options?: RequestOptions): Promise<Card | null>;

  /**
   * Fetches cards that are likely to be asked for next, at low priority; does nothing where the visitor saves data.
   * Failures are not told: the photo that is asked for tells its own.
   */
  prefetch(ids: Iterable<number>): void;

  /** The URL of a published image. @param size one of the photo's `availableSizes` */
  imageUrl(image: string, size: number): string;

  /** The value of `srcset` for all published sizes of a photo, with their real widths. */
  srcSet(photo: SizedImage): string;

  /**
   * Opens both databases with SQLite in a worker: once, shared by all callers.
   *
   * @throws GalleryError `MISMATCH` if the files are not of the manifest's build, `UNSUPPORTED` if SQLite can't start
   */
  databases(options?: DatabaseOptions): Promise<DatabasePair>;

  /** Ends the worker and all requests. Whatever is asked afterwards is refused with `CLOSED`. */
  close(): void;
}
