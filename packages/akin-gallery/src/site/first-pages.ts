import { DatabaseSync } from "@photostructure/sqlite";

/** Where a kind has more pages, in a large album, they are left for those who need them. */
const MOST = 12;

const KINDS = [
  "SELECT 1 AS page UNION SELECT rootpage FROM sqlite_schema WHERE name = 'images' OR name GLOB 'images_fts_*'",
  // What FTS5 says of its index comes first in its data.
  "SELECT min(pageno) AS page FROM dbstat WHERE name = 'images_fts_data' AND pagetype = 'leaf'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images_fts_idx'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images_fts_data' AND pagetype = 'internal'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images' AND pagetype = 'internal'",
];

/**
 * The pages of the searchable database that every search of words reads, whatever the words, and the top of the tree in
 * which it looks up the photos that it found.
 *
 * @returns their numbers, from 1
 */
export function firstPages(file: string): Set<number> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const kinds = KINDS.map((sql) =>
      database
        .prepare(sql)
        .all()
        .map(({ page }) => Number(page)),
    );
    return new Set(kinds.filter(({ length }) => length <= MOST).flat());
  } finally {
    database.close();
  }
}
