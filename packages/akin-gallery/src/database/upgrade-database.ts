import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { remakeFullText } from "./full-text-table.js";
import { GROUP_TABLES, MAP_TABLE, PRIVATE_TABLE } from "./schema.js";
import { single, transaction } from "./sqlite.js";

/** Columns that galleries of earlier builds don't have. */
const JSON_COLUMNS = [
  ["images", "companions"],
  ["images", "notes"],
  ["images", "auto_tags"],
  ["private_photos", "companions"],
  ["failures", "companions"],
] as const;

/** Gives a database.db of an earlier build of this format what it lacks; the next build fills it. */
export function upgradeDatabase(database: DatabaseSyncInstance): void {
  database.exec(MAP_TABLE + PRIVATE_TABLE);
  for (const [table, column] of JSON_COLUMNS) {
    if (hasColumn(database, table, column)) continue;
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT NOT NULL DEFAULT '[]'`);
  }
  if (!hasColumn(database, "images", "media")) {
    database.exec("ALTER TABLE images ADD COLUMN media TEXT NOT NULL DEFAULT 'photo'");
  }
  if (!hasColumn(database, "images_fts", "auto_tags")) remakeFullText(database);
  if (
    hasColumn(database, "appearances", "colours") &&
    !hasColumn(database, "appearances", "damaged")
  ) {
    database.exec("ALTER TABLE appearances ADD COLUMN damaged INTEGER NOT NULL DEFAULT 0");
  }
  if (hasColumn(database, "images", "colours")) return;
  transaction(database, () => {
    if (!hasGroups(database)) {
      database.exec("ALTER TABLE images ADD COLUMN look_neighbours_of TEXT");
      database.exec("ALTER TABLE images ADD COLUMN perceptual_hash BLOB");
      database.exec("ALTER TABLE images ADD COLUMN sharpness REAL");
    }
    database.exec("ALTER TABLE images ADD COLUMN colours BLOB");
    // The next build would drop what it holds, which is of another version.
    database.exec("DROP TABLE IF EXISTS appearances");
    database.exec(GROUP_TABLES);
  });
}

/** Whether a table of the database has a column. */
export function hasColumn(database: DatabaseSyncInstance, table: string, name: string): boolean {
  const sql = `SELECT count(*) AS value FROM pragma_table_info('${table}') WHERE name = '${name}'`;
  return single(database, sql) === 1;
}

/** Whether the database has the table `photo_groups`, and what belongs to it. */
export function hasGroups(database: DatabaseSyncInstance): boolean {
  const sql = "SELECT count(*) AS value FROM sqlite_master WHERE name = 'photo_groups'";
  return single(database, sql) === 1;
}
