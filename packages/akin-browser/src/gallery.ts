import type { DatabasePair, DatabaseProgress, SqlParams, SqlRow } from "./databases/database.js";
import type {
  AlbumFolder,
  Card,
  FacetKind,
  GridBlock,
  Manifest,
  SimilarPhoto,
} from "./format/index.js";
import type { GridPhoto } from "./grid-photo.js";
import type { LikenessMap } from "./likeness-map.js";
import type { PhotoPlaces } from "./photo-places.js";
import type { FacetCount, FoundPhoto, Loosened, PhotoFilter, Suggestion } from "./search.js";
import type { OnLoading } from "./source/shared-load.js";

/** An abort rejects with the signal's reason, and never breaks another caller's request. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
}

export interface DatabaseOptions extends RequestOptions {
  onProgress?: ((progress: DatabaseProgress) => void) | undefined;
}

export interface SimilarOptions extends RequestOptions {
  /** How many photos at most. Default: 5. */
  limit?: number | undefined;
  where?: PhotoFilter | undefined;
  /**
   * By what is shown (`subject`, the gallery's model), or by colours and layout (`look`: those of the card, five at most,
   * unfiltered). Default: `subject`, which is all that there is where the model is `builtin`.
   */
  by?: "subject" | "look" | undefined;
}

/**
 * A photo, by id or path; or an embedding of the gallery's model, as of a text or a picture: Float32Array of length D, at
 * any scale.
 */
export type SearchExample = number | string | Float32Array;

export interface SearchOptions extends RequestOptions {
  /** What the photos to find should be like. */
  plus?: readonly SearchExample[] | undefined;
  /** What they should not be like. */
  minus?: readonly SearchExample[] | undefined;
  /** The same as one more vector in `plus`. */
  vector?: Float32Array | undefined;
  where?: PhotoFilter | undefined;
  /** How many photos at most. Default: 50. */
  limit?: number | undefined;
  /** How many of the first photos to leave out; for searches without `plus`, `minus` and `vector`. Default: 0. */
  offset?: number | undefined;
  /**
   * Only photos that stand out among all of the gallery's by how near they are, as those that a text means do; for searches
   * with examples. Default: false.
   */
  meant?: boolean | undefined;
  /** Told while vectors are loaded. */
  onLoading?: OnLoading | undefined;
}

export interface SuggestOptions extends RequestOptions {
  /** How many suggestions at most. Default: 8. */
  limit?: number | undefined;
}

export interface FacetOptions extends RequestOptions {
  where?: PhotoFilter | undefined;
  /** How many values at most; default: all. */
  limit?: number | undefined;
}

/** What it costs to have the vectors in memory. */
export interface VectorsCost {
  /** What `loadVectors` would load, in bytes; 0 when they are there, and in an album without vectors. */
  bytes: number;
  /** What the next search by vectors would load, in bytes, beside some 100 small files for its answer. */
  searchBytes: number;
  loaded: boolean;
}

/** What is needed to choose among a photo's published images. */
export interface SizedImage {
  /** The image's name, as cards and grid blocks have it. */
  image: string;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
}

/**
 * An open gallery. All requests throw GalleryError; `CHANGED` if it was published anew meanwhile, and a file of before
 * is gone. What needs SQLite loads it when it is asked for first, in a worker; only the pieces of the database that are
 * read are fetched.
 */
export interface Gallery {
  /** The site's root: absolute, ends with `/`. */
  readonly url: string;
  readonly manifest: Manifest;

  /** A grid block by its name in the manifest's timeline. */
  block(name: string, options?: RequestOptions): Promise<GridBlock>;

  /**
   * Photos by position, which counts from the oldest photo, in the order asked for; from grid blocks, which are fetched as
   * needed. What is no position in this gallery is left out.
   */
  photosAt(positions: Iterable<number>, options?: RequestOptions): Promise<GridPhoto[]>;

  /** The folders that have photos, those below them included, in order of path; empty where no photo lies in a folder. */
  albums(options?: RequestOptions): Promise<readonly AlbumFolder[]>;

  /** Where photos were taken, of all that tell it. */
  places(options?: RequestOptions): Promise<PhotoPlaces>;

  /** The map of all photos by likeness; null where the gallery has none. */
  likenessMap(options?: RequestOptions): Promise<LikenessMap | null>;

  /**
   * The card of a photo: all that a details panel shows, its similar photos included.
   *
   * @param idOrPath the photo's id, or its path within the album
   * @returns null if the gallery has no such photo
   */
  photo(idOrPath: number | string, options?: RequestOptions): Promise<Card | null>;

  /**
   * The photos most like one, never itself: those of its card, best first and one of each burst, or by live search,
   * nearest first, where they are filtered or more than a card has. Photos that are not on the card have no `reasons`.
   *
   * @returns an empty array if the gallery has no such photo, or no vector of it
   */
  similar(idOrPath: number | string, options?: SimilarOptions): Promise<SimilarPhoto[]>;

  /**
   * The photos nearest to the sum of directions that `plus` and `vector` give, less those of `minus`, among those of
   * `where`; never one of `plus` or `minus`. Without any of the three: the newest first, or, where `text` finds at most 50, by rank.
   *
   * Loads the vectors; where they are above 20 MB and `loadVectors` was not called, their signs, an eighth, and of the
   * most promising photos the rest.
   *
   * @throws GalleryError `NOT_FOUND` if a photo is unknown, `UNSUPPORTED` in an album without vectors
   */
  search(options?: SearchOptions): Promise<FoundPhoto[]>;

  /** How many photos there are of a kind. */
  count(where?: PhotoFilter, options?: RequestOptions): Promise<number>;

  /**
   * For a filter that leaves nothing: each of its conditions, and how many photos there would be without it, the most
   * first. Several values of one field, and the words of `text`, are one condition.
   */
  loosen(where: PhotoFilter, options?: RequestOptions): Promise<Loosened[]>;

  /**
   * How a text that is being typed could go on: facets that begin with its last words or contain them, then words of
   * the gallery that begin with the last one; those of the most photos first.
   */
  suggest(text: string, options?: SuggestOptions): Promise<Suggestion[]>;

  /**
   * A text that nothing was found for, with each word that is not in the gallery replaced by the one in it that differs
   * by the fewest letters: by one in words of 4 or 5 letters, by two in longer ones; null if there is nothing to mend.
   */
  respell(text: string, options?: RequestOptions): Promise<string | null>;

  /**
   * Starts SQLite and fetches what every search of words needs, so that the first one answers sooner: for a page to call
   * when its search box gets the focus. Does nothing where the visitor saves data. A page that has no use for a failure
   * may ignore it: the search that follows tells its own.
   */
  warm(options?: RequestOptions): Promise<void>;

  /**
   * The values of one kind, and how many photos have each: years and months newest first, others by number.
   * Without `where` this was counted when the gallery was built.
   */
  facets(kind: FacetKind, options?: FacetOptions): Promise<FacetCount[]>;

  /**
   * Runs one statement of SQL. Both names are the same connection: `main` has `images`, `images_fts`, `facets`,
   * `facet_photos` and `build_info`; beside them are `image_vectors` (vec0, rowid = `images.slot`),
   * `vector_metadata` and `vector_config`.
   *
   * @throws GalleryError `SQL`; `NOT_LOADED` if it needs `image_vectors`, and they are above 20 MB and not loaded
   */
  sql<Row extends SqlRow = SqlRow>(
    database: "main" | "vectors",
    text: string,
    params?: SqlParams,
    options?: RequestOptions,
  ): Promise<Row[]>;

  /** Loads all vectors, whatever their size. */
  loadVectors(options?: RequestOptions & { onLoading?: OnLoading | undefined }): Promise<void>;

  vectorsCost(): VectorsCost;

  /**
   * Fetches cards that are likely to be asked for next, at low priority; does nothing where the visitor saves data.
   *
   * @returns each card once it is there; null for one that isn't, whose failure the photo that is asked for tells
   */
  prefetch(ids: Iterable<number>): Promise<Card | null>[];

  /** The URL of a published image. @param size one of the photo's `availableSizes` */
  imageUrl(image: string, size: number): string;

  /** The value of `srcset` for all published sizes of a photo, with their real widths. */
  srcSet(photo: SizedImage): string;

  /**
   * Opens the database with SQLite in a worker: once, shared by all callers. A small one is loaded whole, of a large
   * one only the start. `sql` runs on the same connection.
   *
   * @throws GalleryError `UNSUPPORTED` if SQLite can't start
   */
  databases(options?: DatabaseOptions): Promise<DatabasePair>;

  /** Ends the worker and all requests. Whatever is asked afterwards is refused with `CLOSED`. */
  close(): void;
}
