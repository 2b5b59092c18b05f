import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import type { PublishedDatabase } from "akin-browser/format";
import { describeError } from "../describe-error.js";
import { checkChunks } from "./check-chunks.js";
import type { SiteReader } from "./site-reader.js";
import { writeWhole } from "./whole-io.js";

/** Checks the chunks of the searchable database, joins them in the system's temporary folder, and opens the result. */
export async function checkDatabase(
  site: SiteReader,
  { bytes, transferBytes, pageSize, index }: PublishedDatabase,
  buildId: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "akin-check-"));
  try {
    const file = join(folder, "database");
    const handle = openSync(file, "w");
    const totals = await checkChunks(site, "database", index, pageSize, (content, offset) => {
      writeWhole(handle, content, offset);
    }).finally(() => closeSync(handle));
    if (!totals.whole) return;
    site.compare("bytes of the database", totals.bytes, bytes);
    site.compare("bytes of the database's chunks", totals.transferBytes, transferBytes);
    checkFile(site, file, buildId);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkFile({ problems }: SiteReader, file: string, buildId: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const found = database.prepare("PRAGMA quick_check").all();
    for (const { quick_check: problem } of found) {
      if (problem !== "ok") problems.push(`the database is damaged: ${problem}`);
    }
    const build = database.prepare("SELECT value FROM build_info WHERE key = 'build_id'").get();
    if (build?.value !== buildId) {
      problems.push(`the database is of build ${build?.value}, the manifest of ${buildId}`);
    }
  } catch (error) {
    problems.push(`the database is damaged: ${describeError(error)}`);
  } finally {
    database.close();
  }
}
