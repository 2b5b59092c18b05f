import { rmSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { APPLICATION_ID, SITE_FORMAT_VERSION } from "akin-browser/format";
import { repackDatabase } from "./sqlite-pages/repack-database.js";

/** Of SQLite's pages, in bytes: the tables of 100,000 photos have one level above their rows. */
export const PAGE_SIZE = 16_384;

/**
 * Makes a fresh database file: nothing of an older build is in it, and its bytes depend on its content alone.
 *
 * @param file the result; `<file>.draft` is used meanwhile
 * @param fill writes schema and rows
 */
export async function makeDatabase(
  file: string,
  fill: (database: DatabaseSyncInstance) => Promise<void>,
): Promise<void> {
  const draft = `${file}.draft`;
  for (const old of [file, draft]) rmSync(old, { force: true });
  const database = new DatabaseSync(draft);
  try {
    // A draft that a crash leaves behind is thrown away, so nothing needs to be safe. With SQLite's own 2 MB of
    // cache the pages that facets and ids are added to would be read from the file again and again.
    database.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
      PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SITE_FORMAT_VERSION}`);
    await fill(database);
    database.close();
    repackDatabase(draft, file);
  } finally {
    if (database.isOpen) database.close();
    rmSync(draft, { force: true });
  }
}
