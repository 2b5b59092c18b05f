import { createHash } from "node:crypto";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { pruneAppearances } from "../../database/appearances-table.js";
import { buildInfo, markUnfinished, setBuildInfo } from "../../database/build-info.js";
import { brokenGroups } from "../../database/groups-table.js";
import { iterateRows, transaction } from "../../database/sqlite.js";
import type { VectorStore } from "../../database/vector-store.js";
import { burstRule } from "./burst-rule.js";
import { chooseKeeper, type KeepCandidate } from "./choose-keeper.js";
import { duplicateRule } from "./duplicate-rule.js";
import { groupPhotos, type PhotoGroup } from "./group-photos.js";
import { lookCosines } from "./look-cosines.js";
import { NeighbourPairs } from "./neighbour-pairs.js";
import { apartTest, type NotDuplicates, readNotDuplicates } from "./not-duplicates.js";
import type { GroupedPhoto } from "./photo-links.js";
import { photoTime } from "./photo-time.js";

/** Raised whenever the same photos would be grouped otherwise. */
const GROUPS_VERSION = 1;

type StoredPhoto = GroupedPhoto & KeepCandidate;

/**
 * Brings the table `photo_groups` in line with the photos, their neighbours and the owner's
 * `akin-not-duplicates.json`: all anew if any of those changed, so that groups depend on no history.
 *
 * @param album the photo folder
 * @throws AkinError `DAMAGED` if akin-not-duplicates.json is broken
 */
export function storeGroups(
  database: DatabaseSyncInstance,
  store: VectorStore,
  album: string,
): void {
  // Also where the groups are current: a build that was killed may have been one of other photos.
  pruneAppearances(database);
  const notDuplicates = readNotDuplicates(album);
  const key = groupsKey(database, notDuplicates);
  const isCurrent = buildInfo(database, "groups_of") === key;
  if (isCurrent && brokenGroups(database).length === 0) return;
  const photos = readPhotos(database);
  const groups = findGroups(database, store, photos, notDuplicates);
  markUnfinished(database);
  transaction(database, () => {
    database.exec("DELETE FROM photo_groups");
    for (const group of groups) writeGroup(database, group, photos);
    setBuildInfo(database, { groups_of: key });
  });
}

/** Changes with everything that groups are made of. */
function groupsKey(database: DatabaseSyncInstance, notDuplicates: NotDuplicates): string {
  const hash = createHash("sha256");
  const versions = ["appearance_version", "neighbours_model", "neighbours_count"] as const;
  hash.update(
    JSON.stringify([GROUPS_VERSION, ...versions.map((name) => buildInfo(database, name))]),
  );
  hash.update(JSON.stringify(notDuplicates));
  const sql = `SELECT path, content_hash, metadata_fingerprint, perceptual_hash IS NULL AS lacks
    FROM images ORDER BY path`;
  for (const { path, content_hash, metadata_fingerprint, lacks } of iterateRows(database, sql)) {
    hash.update(JSON.stringify([path, content_hash, metadata_fingerprint, lacks]));
  }
  return hash.digest("hex").slice(0, 32);
}

function findGroups(
  database: DatabaseSyncInstance,
  store: VectorStore,
  photos: readonly StoredPhoto[],
  notDuplicates: NotDuplicates,
): PhotoGroup[] {
  const ids = photos.map(({ id }) => id);
  const neighbours = new NeighbourPairs(ids, neighbourRows(database, ids));
  const find = database.prepare("SELECT miniature FROM appearances WHERE content_hash = ?");
  const miniatureOf = (position: number) => {
    const miniature = find.get(photos[position]?.contentHash ?? "")?.miniature;
    return miniature instanceof Uint8Array ? miniature : undefined;
  };
  const rules = [
    duplicateRule(photos, neighbours, miniatureOf),
    burstRule(photos, neighbours, lookCosines(store.looks.readAll(), ids)),
  ];
  const apart = apartTest(notDuplicates);
  const hashOf = (position: number) => photos[position]?.contentHash ?? "";
  return groupPhotos(photos.length, rules, apart && ((a, b) => apart(hashOf(a), hashOf(b))));
}

/** Ascending by id: the order that all results follow. */
function readPhotos(database: DatabaseSyncInstance): StoredPhoto[] {
  const rows = iterateRows(
    database,
    `SELECT id, path, width, height, file_size, content_hash, taken_at, perceptual_hash, sharpness,
       exif ->> 'camera_make' AS make, exif ->> 'camera_model' AS model
     FROM images WHERE perceptual_hash IS NOT NULL ORDER BY id`,
  );
  return Array.from(rows, (row) => ({
    id: Number(row.id),
    path: String(row.path),
    width: Number(row.width),
    height: Number(row.height),
    fileSize: Number(row.file_size),
    contentHash: String(row.content_hash),
    takenAt: photoTime(row.taken_at),
    camera: row.model === null ? null : `${row.make ?? ""} ${row.model}`,
    perceptualHash:
      row.perceptual_hash instanceof Uint8Array ? row.perceptual_hash : new Uint8Array(8),
    sharpness: Number(row.sharpness),
  }));
}

/** A row a photo and not one for each of 24: a third of the time. */
/** As arrays, and a photo's at a time: half the time of an object for each of 24 rows a photo. */
function* neighbourRows(
  database: DatabaseSyncInstance,
  ids: readonly number[],
): Generator<[number, number]> {
  const list = database.prepare("SELECT image_id, neighbour_id FROM neighbours WHERE image_id = ?");
  list.setReturnArrays(true);
  for (const id of ids) {
    const rows: [number, number][] = list.all(id);
    yield* rows;
  }
}

function writeGroup(
  database: DatabaseSyncInstance,
  { kind, members }: PhotoGroup,
  photos: readonly StoredPhoto[],
): void {
  const add = database.prepare("INSERT INTO photo_groups VALUES (?, ?, ?, ?)");
  const grouped = members.flatMap((position) => photos[position] ?? []);
  const keeper = chooseKeeper(grouped, kind);
  for (const { id } of grouped) add.run(id, grouped[0]?.id ?? id, kind, id === keeper?.id ? 1 : 0);
}
