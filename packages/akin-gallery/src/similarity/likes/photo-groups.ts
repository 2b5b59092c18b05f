import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { GroupKind } from "akin-browser/format";
import { iterateRows } from "../../database/sqlite.js";
import type { PlacedPhoto } from "./placed-photo.js";

/** A burst, or a photo and its duplicates. */
export interface PlacedGroup {
  kind: GroupKind;
  /** Positions, ascending. */
  members: number[];
  /** Position of the one that is suggested to be kept. */
  keep: number;
}

/** @param photos all that count, by id; @returns groups of two and more by the positions of their members */
export function readPhotoGroups(
  database: DatabaseSyncInstance,
  photos: ReadonlyMap<number, PlacedPhoto>,
): Map<number, PlacedGroup> {
  const groups = new Map<number, PlacedGroup>();
  const sql = "SELECT image_id, group_id, kind, keep FROM photo_groups ORDER BY group_id, image_id";
  for (const { image_id, group_id, kind, keep } of iterateRows(database, sql)) {
    const position = photos.get(Number(image_id))?.position;
    if (position === undefined) continue;
    const id = Number(group_id);
    const group = groups.get(id) ?? {
      kind: kind === "burst" ? "burst" : "duplicate",
      members: [],
      keep: position,
    };
    group.members.push(position);
    if (keep === 1) group.keep = position;
    groups.set(id, group);
  }
  const byMember = new Map<number, PlacedGroup>();
  for (const group of groups.values()) {
    if (group.members.length < 2) continue;
    group.members.sort((a, b) => a - b);
    for (const position of group.members) byMember.set(position, group);
  }
  return byMember;
}
