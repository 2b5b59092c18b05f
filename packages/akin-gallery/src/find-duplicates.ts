import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { hasGroups } from "./database/upgrade-database.js";
import { openForReading } from "./open-gallery.js";
import type { GroupKind } from "./similarity/duplicates/index.js";

/** A photo of a group. */
export interface GroupMember {
  path: string;
  /** Upright size in pixels. */
  width: number;
  height: number;
  /** Bytes. */
  fileSize: number;
  /** Variance of the Laplacian over that of the brightness; to be compared within the group only. */
  sharpness: number;
  /** ISO 8601, or null. */
  takenAt: string | null;
}

/** Photos that are one, or shots of one moment. */
export interface DuplicateGroup {
  kind: GroupKind;
  /** By path. */
  photos: GroupMember[];
  /** Path of the photo that is suggested to be kept. */
  keep: string;
}

/**
 * The gallery's duplicates and bursts, as the last build found them.
 * @returns groups in the order of their first paths
 * @throws AkinError `NO_GALLERY`, or `UNFINISHED` if the gallery was never looked through for duplicates
 */
export function findDuplicates(out: string): DuplicateGroup[] {
  const { paths, database } = openForReading(out);
  try {
    if (!hasGroups(database)) {
      const message = `the gallery in ${paths.root} was made before Akin looked for duplicates; run akin build`;
      throw new AkinError("UNFINISHED", message);
    }
    return readGroups(database);
  } finally {
    database.close();
  }
}

function readGroups(database: DatabaseSyncInstance): DuplicateGroup[] {
  const rows = database
    .prepare(`
      SELECT group_id, kind, keep, path, width, height, file_size, sharpness, taken_at
      FROM photo_groups JOIN images ON images.id = image_id ORDER BY path`)
    .all();
  const groups = new Map<number, DuplicateGroup>();
  for (const row of rows) {
    const id = Number(row.group_id);
    const kind = row.kind === "burst" ? "burst" : "duplicate";
    const group = groups.get(id) ?? { kind, photos: [], keep: "" };
    groups.set(id, group);
    const path = String(row.path);
    group.photos.push({
      path,
      width: Number(row.width),
      height: Number(row.height),
      fileSize: Number(row.file_size),
      sharpness: Number(Number(row.sharpness).toPrecision(4)),
      takenAt: typeof row.taken_at === "string" ? row.taken_at : null,
    });
    if (row.keep === 1) group.keep = path;
  }
  return [...groups.values()];
}
