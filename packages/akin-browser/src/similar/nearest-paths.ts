import type { Database } from "../databases/database.js";

export interface Nearest {
  path: string;
  /** Cosine distance, 0 to 2. */
  distance: number;
}

/** The photos nearest to one by SQL, never itself. Both forms in which `akin` stores vectors are read. */
export async function nearestPaths(
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
    // Materialized, because vec0 refuses an order that it can't give, as that of ties.
    `WITH nearest AS MATERIALIZED (${await nearestRows(vectorDb, signal)})
     SELECT vm.rowid AS rowid, vm.image_path AS path, nearest.distance AS distance
     FROM nearest JOIN vector_metadata vm ON vm.rowid = nearest.rowid
     ORDER BY nearest.distance, nearest.rowid`,
    { embedding: query.embedding, k: limit + 1 },
    { signal },
  );
  return rows.filter(({ rowid }) => rowid !== query.rowid).slice(0, limit);
}

/** Where sqlite-vec could not be loaded, `akin` writes a plain table of the same name and values. */
async function nearestRows(vectorDb: Database, signal: AbortSignal | undefined): Promise<string> {
  const [table] = await vectorDb.select(
    "SELECT type FROM pragma_table_list WHERE name = 'image_vectors'",
    [],
    { signal },
  );
  if (table?.type === "virtual") {
    return "SELECT rowid, distance FROM image_vectors WHERE embedding MATCH :embedding AND k = :k";
  }
  return `SELECT * FROM (
      SELECT rowid, vec_distance_cosine(embedding, :embedding) AS distance FROM image_vectors
    ) WHERE distance IS NOT NULL ORDER BY distance, rowid LIMIT :k`;
}
