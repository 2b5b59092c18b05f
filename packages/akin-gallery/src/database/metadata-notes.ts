import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows, single } from "./sqlite.js";
import { hasColumn } from "./upgrade-database.js";

/** Photos whose metadata could be read in part only. */
export interface MetadataNotes {
  /** How many there are. */
  photos: number;
  /** The first of them by path, with what was found. */
  examples: { path: string; notes: string[] }[];
}

const EXAMPLES = 5;

/** Galleries that were built before there were notes have none. */
export function metadataNotes(database: DatabaseSyncInstance): MetadataNotes {
  if (!hasColumn(database, "images", "notes")) return { photos: 0, examples: [] };
  const noted = "FROM images WHERE notes <> '[]'";
  const rows = iterateRows<{ path: string; notes: string }>(
    database,
    `SELECT path, notes ${noted} ORDER BY path LIMIT ${EXAMPLES}`,
  );
  const examples = Array.from(rows, ({ path, notes }) => {
    const list: unknown = JSON.parse(notes);
    return { path, notes: Array.isArray(list) ? list.map(String) : [] };
  });
  return { photos: Number(single(database, `SELECT count(*) AS value ${noted}`)), examples };
}
