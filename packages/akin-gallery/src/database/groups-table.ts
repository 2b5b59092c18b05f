import type { DatabaseSyncInstance } from "@photostructure/sqlite";

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
