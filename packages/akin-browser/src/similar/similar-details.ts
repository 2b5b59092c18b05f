import type { Database, SqlRow, SqlValue } from "../databases/database.js";
import type { PhotoExif } from "../format/index.js";
import type { Gallery } from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import type { FoundPhoto } from "../search.js";
import { isRecord } from "../source/is-record.js";
import type { SimilarImage } from "./fetch-similar-images.js";
import type { Nearest } from "./nearest-paths.js";

/** What the columns of `images` tell of photos, as far as they are there. */
export async function detailsFromColumns(
  mainDb: Database,
  nearest: readonly Nearest[],
  signal: AbortSignal | undefined,
): Promise<SimilarImage[]> {
  if (nearest.length === 0) return [];
  const rows = await mainDb.select(
    "SELECT * FROM images WHERE path IN (SELECT value FROM json_each(?))",
    [JSON.stringify(nearest.map(({ path }) => path))],
    { signal },
  );
  // IN gives rows in no particular order: the distances are joined by path.
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return nearest.map(({ path, distance }) => {
    const row = byPath.get(path);
    if (row === undefined) {
      const message = `The photo ${path} is among the vectors, but not in images.`;
      throw new GalleryError("DAMAGED", message);
    }
    return { ...describe(path, row), similarity: distance };
  });
}

/** What the cards and the place's columns of a gallery tell of photos. */
export async function detailsFromCards(
  gallery: Gallery,
  found: readonly FoundPhoto[],
  signal: AbortSignal | undefined,
): Promise<SimilarImage[]> {
  const rows = await gallery.sql<{ path: string; geocode: string }>(
    "main",
    `SELECT path, json_object('city', city, 'region', region, 'country', country) AS geocode
     FROM images WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(found.map(({ id }) => id))],
    { signal },
  );
  const places = new Map(rows.map(({ path, geocode }) => [path, known(geocode)]));
  return await Promise.all(
    found.map(async ({ id, path, distance }) => {
      const card = await gallery.photo(id, { signal });
      return {
        path,
        filename: card?.filename ?? fileName(path),
        tags: card?.tags ?? [],
        exif: card?.exif ?? {},
        geocode: places.get(path) ?? null,
        similarity: distance ?? Number.NaN,
      };
    }),
  );
}

function describe(path: string, row: SqlRow): Omit<SimilarImage, "similarity"> {
  const tags = json(row.tags);
  const exif = json(row.exif);
  const geocode = json(row.geocode);
  return {
    path,
    filename: typeof row.filename === "string" ? row.filename : fileName(path),
    tags: Array.isArray(tags) ? tags.map(String) : [],
    // Its fields are what the file's writer says they are.
    exif: isRecord(exif) ? (exif as PhotoExif) : {},
    geocode: isRecord(geocode) ? geocode : null,
  };
}

/** A column's JSON; undefined where it has none, as in other programs' databases. */
function json(value: SqlValue | undefined): unknown {
  if (typeof value !== "string") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A place without the parts that are null; null if there is no other. */
function known(geocode: string): Record<string, unknown> | null {
  const parts = Object.entries(json(geocode) ?? {}).filter(([, part]) => part !== null);
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
