import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import * as sqliteVec from "sqlite-vec";

/** @returns whether the database has sqlite-vec's tables and functions now */
export function loadSqliteVec(database: DatabaseSyncInstance): boolean {
  try {
    database.enableLoadExtension(true);
    sqliteVec.load(database);
    return true;
  } catch {
    // No prebuilt extension for this platform, or loading is forbidden: the plain table serves as well.
    return false;
  } finally {
    database.enableLoadExtension(false);
  }
}
