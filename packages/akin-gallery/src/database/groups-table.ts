import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows } from "./sqlite.js";

/** The groups in `photo_groups` that are not what a group must be, which no finished build leaves. */
export function brokenGroups(database: DatabaseSyncInstance): number[] {
  const rows = database
    .prepare(`
      SELECT group_id FROM photo_groups LEFT JOIN images ON images.id = image_id
      GROUP BY group_id
      HAVING count(images.id) < 2 OR count(images.id) <> count(*) OR sum(keep) <> 1
        OR group_id <> min(image_id) OR count(DISTINCT kind) <> 1
      ORDER BY group_id`)
    .all();
  return rows.map((row) => Number(row.group_id));
}

/** The ids of photos of bursts and duplicates that are not the one that is suggested to be kept. */
export function readLesserPhotos(database: DatabaseSyncInstance): Set<number> {
  const lesser = new Set<number>();
  const rows = iterateRows<{ id: number }>(
    database,
    "SELECT image_id AS id FROM photo_groups WHERE keep = 0",
  );
  for (const { id } of rows) lesser.add(id);
  return lesser;
}
