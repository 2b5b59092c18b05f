import { DatabaseSync } from "@photostructure/sqlite";

/** Where a kind has more pages, in a large album, they are left for those who need them. */
const MOST_FIRST = 12;

const FIRST = [
  "SELECT 1 AS page UNION SELECT rootpage FROM sqlite_schema WHERE name = 'images' OR name GLOB 'images_fts_*'",
  // What FTS5 says of its index comes first in its data.
  "SELECT min(pageno) AS page FROM dbstat WHERE name = 'images_fts_data' AND pagetype = 'leaf'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images_fts_idx'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images_fts_data' AND pagetype = 'internal'",
  "SELECT pageno AS page FROM dbstat WHERE name = 'images' AND pagetype = 'internal'",
];

const PHOTOS = "SELECT pageno AS page FROM dbstat WHERE name = 'images' AND pagetype = 'leaf'";

/** Pages of the searchable database, by their numbers from 1. */
export interface PageKinds {
  /**
   * Those that every search of words reads, whatever the words, and the top of the tree in which it looks up the photos that
   * it found.
   */
  first: Set<number>;
  /** Those that hold photos. */
  photos: Set<number>;
}

/** Finds out what is on the pages of a searchable database. */
export function pageKinds(file: string): PageKinds {
  const database = new DatabaseSync(file, { readOnly: true });
  const pages = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(({ page }) => Number(page));
  try {
    const first = FIRST.map(pages).filter(({ length }) => length <= MOST_FIRST);
    return { first: new Set(first.flat()), photos: new Set(pages(PHOTOS)) };
  } finally {
    database.close();
  }
}
