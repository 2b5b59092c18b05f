import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { single } from "./sqlite.js";

/** What database.db tells of the build; `build_id` is there only while both databases are finished. */
export type BuildInfoKey =
  | "akin_version"
  | "appearance_version"
  | "auto_tags_of"
  | "build_id"
  | "calibration"
  | "gps"
  | "groups_of"
  | "look_calibration"
  | "look_neighbours_count"
  | "look_neighbours_model"
  | "map_of"
  | "neighbours_count"
  | "neighbours_model"
  | "photos_folder"
  | "unerased";

export function buildInfo(database: DatabaseSyncInstance, key: BuildInfoKey): string | undefined {
  const value = single(database, "SELECT value FROM build_info WHERE key = ?", key);
  return typeof value === "string" ? value : undefined;
}

export function setBuildInfo(
  database: DatabaseSyncInstance,
  values: Partial<Record<BuildInfoKey, string>>,
): void {
  const statement = database.prepare("INSERT OR REPLACE INTO build_info VALUES (?, ?)");
  for (const [key, value] of Object.entries(values)) statement.run(key, value);
}

/** Called before the first change: until the build is finished, readers refuse the pair of databases. */
export function markUnfinished(database: DatabaseSyncInstance): void {
  database.exec("DELETE FROM build_info WHERE key = 'build_id'");
}

/** Called when something is replaced or deleted: its bytes are still in the file until `eraseForgotten`. */
export function markUnerased(database: DatabaseSyncInstance): void {
  if (buildInfo(database, "unerased") === undefined) setBuildInfo(database, { unerased: "1" });
}
