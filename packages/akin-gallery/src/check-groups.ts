import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { brokenGroups } from "./database/groups-table.js";
import { hasGroups } from "./database/upgrade-database.js";
import { oneLine } from "./describe-error.js";

/** Looks whether photos have perceptual hashes, and whether the groups of duplicates and bursts are whole. */
export function checkGroups(
  database: DatabaseSyncInstance,
  photos: readonly { path: string }[],
): string[] {
  if (!hasGroups(database)) {
    return ["database.db was made before Akin looked for duplicates; run akin build"];
  }
  const undescribed = database
    .prepare(`
      SELECT path FROM images LEFT JOIN appearances USING (content_hash)
      WHERE images.perceptual_hash IS NULL OR miniature IS NULL ORDER BY path`)
    .all();
  // All of them: a gallery that was never described, which is one thing to say.
  if (undescribed.length === photos.length && photos.length > 0) {
    return ["no photo has a perceptual hash; run akin embed"];
  }
  return [
    ...undescribed.map(
      ({ path }) => `${oneLine(String(path))} has no perceptual hash; run akin embed`,
    ),
    ...brokenGroups(database).map(
      (group) => `the group of duplicates ${group} is not whole; run akin build`,
    ),
  ];
}
