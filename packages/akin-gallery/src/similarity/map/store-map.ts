import { createHash } from "node:crypto";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, setBuildInfo } from "../../database/build-info.js";
import { iterateRows, transaction } from "../../database/sqlite.js";
import type { MapPlaces } from "./map-places.js";

/** Raised whenever the same photos would be placed otherwise. */
const MAP_VERSION = 1;

/** Changes with everything that the map is made of. */
export function mapKey(database: DatabaseSyncInstance): string {
  const hash = createHash("sha256");
  const made = ["neighbours_model", "neighbours_count"] as const;
  hash.update(JSON.stringify([MAP_VERSION, ...made.map((name) => buildInfo(database, name))]));
  const photos = `SELECT id, neighbours_of, group_id FROM images
    LEFT JOIN photo_groups ON image_id = id WHERE neighbours_of IS NOT NULL ORDER BY id`;
  for (const { id, neighbours_of, group_id } of iterateRows(database, photos)) {
    hash.update(`${id} ${neighbours_of} ${group_id}\n`);
  }
  return hash.digest("hex").slice(0, 32);
}

/** The map that database.db keeps, if it is that of the key. */
export function readMap(database: DatabaseSyncInstance, key: string): MapPlaces | undefined {
  if (buildInfo(database, "map_of") !== key) return undefined;
  const rows = database.prepare("SELECT image_id, x, y FROM map_places ORDER BY image_id").all();
  return {
    ids: Float64Array.from(rows, ({ image_id }) => Number(image_id)),
    x: Uint16Array.from(rows, ({ x }) => Number(x)),
    y: Uint16Array.from(rows, ({ y }) => Number(y)),
  };
}

export function storeMap(
  database: DatabaseSyncInstance,
  key: string,
  { ids, x, y }: MapPlaces,
): void {
  transaction(database, () => {
    database.exec("DELETE FROM map_places");
    const add = database.prepare("INSERT INTO map_places VALUES (?, ?, ?)");
    for (const [row, id] of ids.entries()) add.run(id, x[row], y[row]);
    setBuildInfo(database, { map_of: key });
  });
}
