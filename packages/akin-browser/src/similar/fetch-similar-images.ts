import type { Database } from "../databases/database.js";
import type { PhotoExif } from "../format/index.js";
import { nearestPaths } from "./nearest-paths.js";
import { galleryOf } from "./published-pairs.js";
import { detailsFromCards, detailsFromColumns } from "./similar-details.js";

export interface FetchSimilarImagesOptions {
  mainDb: Database;
  vectorDb: Database;
  /** The photo's path within the album. */
  imagePath: string;
  /** How many photos at most. Default: 5. */
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface SimilarImage {
  path: string;
  filename: string;
  tags: string[];
  exif: PhotoExif;
  /** City, region and country as far as known; null where the photo has no place. */
  geocode: Record<string, unknown> | null;
  /** Cosine distance to the photo asked for: 0 for the same direction, at most 2. */
  similarity: number;
}

/**
 * The photos most like one, by exact search over all vectors; nearest first, ties by lower rowid, never the photo itself.
 *
 * Takes a gallery's databases (`Gallery.databases`) and those of `openDatabases`. Of other programs' databases, only
 * `images.path` need be there; `filename`, `tags`, `exif` and `geocode` are empty where `images` has no such column, or
 * not the JSON that Akin writes.
 *
 * @returns an empty array if the album has no such photo, or no vector of it
 * @throws RangeError if `limit` is not a whole number; GalleryError
 */
export async function fetchSimilarImages(
  options: FetchSimilarImagesOptions,
): Promise<SimilarImage[]> {
  const { mainDb, vectorDb, imagePath, limit = 5, signal } = options;
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`limit is ${limit}; expected a whole number, 0 or more.`);
  }
  const gallery = galleryOf(mainDb);
  if (gallery === undefined) {
    const nearest = await nearestPaths(vectorDb, imagePath, limit, signal);
    return await detailsFromColumns(mainDb, nearest, signal);
  }
  // The gallery knows of vectors that are too large to be loaded for a statement.
  if ((await gallery.photo(imagePath, { signal })) === null) return [];
  const found = await gallery.search({ plus: [imagePath], limit, signal });
  return await detailsFromCards(gallery, found, signal);
}
