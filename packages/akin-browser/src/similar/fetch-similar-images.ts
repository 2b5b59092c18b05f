import type { Database } from "../databases/database.js";
import type { PhotoExif } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";

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
 * The photos most like one, by exact search over all vectors; nearest first, ties by lower id, never the photo itself.
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
  const nearest = await nearestPaths(vectorDb, imagePath, limit, signal);
  return await withDetails(mainDb, nearest, signal);
}

interface Nearest {
  path: string;
  distance: number;
}

async function nearestPaths(
  vectorDb: Database,
  imagePath: string,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Nearest[]> {
  const [query] = await vectorDb.select<{ rowid: number; embedding: Uint8Array }>(
    `SELECT vm.rowid AS rowid, iv.embedding AS embedding
     FROM vector_metadata vm JOIN image_vectors iv ON iv.rowid = vm.rowid
     WHERE vm.image_path = ?`,
    [imagePath],
    { signal },
  );
  if (query === undefined) return [];
  // One more than asked for, because the photo itself is among them; not surely the first, if others have its vector.
  const rows = await vectorDb.select<{ rowid: number; path: string; distance: number }>(
    `SELECT vm.rowid AS rowid, vm.image_path AS path, nearest.distance AS distance
     FROM (
       SELECT rowid, vec_distance_cosine(embedding, :embedding) AS distance FROM image_vectors
       ORDER BY distance NULLS LAST, rowid LIMIT :k
     ) nearest JOIN vector_metadata vm ON vm.rowid = nearest.rowid
     WHERE nearest.distance IS NOT NULL
     ORDER BY nearest.distance, nearest.rowid`,
    { embedding: query.embedding, k: limit + 1 },
    { signal },
  );
  return rows.filter(({ rowid }) => rowid !== query.rowid).slice(0, limit);
}

async function withDetails(
  mainDb: Database,
  nearest: Nearest[],
  signal: AbortSignal | undefined,
): Promise<SimilarImage[]> {
  if (nearest.length === 0) return [];
  const rows = await mainDb.select<{
    path: string;
    filename: string;
    tags: string;
    exif: string;
    geocode: string | null;
  }>(
    `SELECT path, filename, tags, exif, geocode FROM images
     WHERE path IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(nearest.map(({ path }) => path))],
    { signal },
  );
  // IN gives rows in no particular order: the distances are joined by path.
  const details = new Map(rows.map((row) => [row.path, row]));
  return nearest.map(({ path, distance }) => {
    const row = details.get(path);
    if (row === undefined) throw damaged(path, "is in vectors.db, but not in database.db");
    const { filename, tags, exif, geocode } = row;
    return {
      path,
      filename,
      tags: parseColumn<string[]>(path, "tags", tags),
      exif: parseColumn<PhotoExif>(path, "exif", exif),
      geocode: parseColumn<Record<string, unknown> | null>(path, "geocode", geocode ?? "null"),
      similarity: distance,
    };
  });
}

/** @typeParam T what the format says of this column */
function parseColumn<T>(path: string, column: string, json: string): T {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw damaged(path, `has a column ${column} that is not JSON`, cause);
  }
}

function damaged(path: string, what: string, cause?: unknown): GalleryError {
  return new GalleryError("DAMAGED", `The photo ${path} ${what}.`, { cause });
}
