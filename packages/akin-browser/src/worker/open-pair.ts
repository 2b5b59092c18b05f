import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { DatabaseProgress } from "../databases/database.js";
import { GalleryError } from "../gallery-error.js";
import { deserializeDatabase } from "./deserialize-database.js";
import { fetchParts } from "./fetch-parts.js";
import type { OpenRequest } from "./messages.js";
import { startSqlite } from "./start-sqlite.js";
import { registerVecDistanceCosine } from "./vec-distance-cosine.js";

export interface OpenPair {
  sqlite3: Sqlite3Static;
  main: Database;
  vectors: Database;
}

/**
 * Loads both databases whole, while SQLite starts.
 *
 * @throws GalleryError `MISMATCH` if one of them is not of the build asked for
 */
export async function openPair(
  { main, vectors, buildId }: OpenRequest,
  onProgress: (progress: DatabaseProgress) => void,
): Promise<OpenPair> {
  const parts = fetchParts([main, vectors], onProgress);
  const sqlite3 = await startSqlite();
  const [mainDb, vectorDb] = await Promise.all([
    deserializeDatabase(sqlite3, main, parts),
    deserializeDatabase(sqlite3, vectors, parts),
  ]);
  refuseOtherBuild(mainDb, "build_info", "database.db", buildId);
  refuseOtherBuild(vectorDb, "vector_config", "vectors.db", buildId);
  registerVecDistanceCosine(sqlite3, vectorDb);
  return { sqlite3, main: mainDb, vectors: vectorDb };
}

function refuseOtherBuild(db: Database, table: string, name: string, buildId: string): void {
  let found: unknown;
  try {
    found = db.selectValue(`SELECT value FROM ${table} WHERE key = 'build_id'`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GalleryError("DAMAGED", `The published ${name} can't be read: ${reason}`, { cause });
  }
  if (found === buildId) return;
  throw new GalleryError(
    "MISMATCH",
    `The published ${name} is of build ${found}, the gallery of build ${buildId}. Publish the whole site folder of one build.`,
  );
}
