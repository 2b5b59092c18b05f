import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows } from "../../database/sqlite.js";

/** The photos that are on the map, ascending: those that have a vector, and with it neighbours, if there are others. */
export function readMappedPhotos(database: DatabaseSyncInstance): Float64Array {
  const sql = "SELECT id FROM images WHERE neighbours_of IS NOT NULL ORDER BY id";
  return Float64Array.from(iterateRows(database, sql), ({ id }) => Number(id));
}
