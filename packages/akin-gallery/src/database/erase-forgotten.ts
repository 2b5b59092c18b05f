import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo } from "./build-info.js";
import type { VectorStore } from "./vector-store.js";

/**
 * Takes what was replaced or deleted out of the files of both databases: SQLite only marks it as free, and one who gets
 * hold of the file could read it. Costs nothing where nothing was.
 */
export function eraseForgotten(database: DatabaseSyncInstance, store: VectorStore): void {
  if (buildInfo(database, "unerased") === undefined) return;
  store.erase();
  // The full-text index keeps the words of what was deleted until its segments are merged.
  database.exec("INSERT INTO images_fts(images_fts) VALUES ('optimize'); VACUUM;");
  database.exec("DELETE FROM build_info WHERE key = 'unerased'");
}
