import { rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { APPLICATION_ID, type PublishedFile, SITE_FORMAT_VERSION } from "akin-browser/format";
import { forEachLimited } from "./for-each-limited.js";
import type { DataFolder, SiteFolder } from "./site-folder.js";

/** Of SQLite's pages, in bytes. */
export const PAGE_SIZE = 4096;

/** Bytes of a part before compression: well below the 20 MB that every host takes. */
const PART = 8 << 20;

/** Parts in memory at once. */
const AT_ONCE = 2;

/**
 * Makes a fresh database file: nothing of an older build is in it, and its bytes depend on its content alone.
 *
 * @param file the result; `<file>.draft` is used meanwhile
 * @param fill writes schema and rows
 */
export function makeDatabase(file: string, fill: (database: DatabaseSyncInstance) => void): void {
  const draft = `${file}.draft`;
  for (const old of [file, draft]) rmSync(old, { force: true });
  const database = new DatabaseSync(draft);
  try {
    // A draft that a crash leaves behind is thrown away, so nothing needs to be safe. With SQLite's own 2 MB of
    // cache the rows that neighbours are looked up in would be read from the file again and again.
    database.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
      PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SITE_FORMAT_VERSION}`);
    fill(database);
    // Full pages in order, and the counters in the header as if all had been written at once.
    database.prepare("VACUUM INTO ?").run(file);
  } finally {
    database.close();
    rmSync(draft, { force: true });
  }
}

/** Publishes a file in gzipped parts, and says how to put them together. */
export async function publishInParts(
  site: SiteFolder,
  folder: DataFolder,
  file: string,
): Promise<PublishedFile> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const offsets = Array.from({ length: Math.ceil(size / PART) }, (_, part) => part * PART);
    const parts: string[] = [];
    let transferBytes = 0;
    await forEachLimited(offsets, AT_ONCE, async (offset, index) => {
      const bytes = Buffer.alloc(Math.min(PART, size - offset));
      await handle.read(bytes, 0, bytes.length, offset);
      const part = await site.putData(folder, bytes);
      parts[index] = part.name;
      transferBytes += part.bytes;
    });
    return { parts, bytes: size, transferBytes };
  } finally {
    await handle.close();
  }
}
