import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { fullTextQuery } from "akin-browser/format";

/** All columns but automatic tags. */
const WRITTEN = "{filename folder tags title description place camera}";

/** Photos by their texts. */
export interface WordRanking {
  /** Ids, best first. */
  ids: number[];
  /** Those of them that have the words as they were typed, one after the other, in what their owner or camera wrote. */
  exact: Set<number>;
}

/** Ranks the photos that have all the words, as the page does. */
export function rankByWords(database: DatabaseSyncInstance, words: string): WordRanking {
  const query = fullTextQuery(words);
  if (query === null) return { ids: [], exact: new Set() };
  const ids = found(database, query, "ORDER BY rank, rowid");
  const phrase = fullTextQuery(`"${words.replaceAll('"', " ")}"`);
  return { ids, exact: new Set(phrase === null ? [] : found(database, `${WRITTEN} : ${phrase}`)) };
}

function found(database: DatabaseSyncInstance, query: string, order = ""): number[] {
  const sql = `SELECT rowid AS id FROM images_fts WHERE images_fts MATCH ? ${order}`;
  return database
    .prepare(sql)
    .all(query)
    .map(({ id }) => Number(id));
}
