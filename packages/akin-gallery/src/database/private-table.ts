import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { PrivateReason } from "../metadata/private-rules.js";
import type { FoundAlbum } from "../photos/find-photos.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import { forgetFailures } from "./failures-table.js";
import { companionState, forgetPhotos, type KnownPhoto } from "./images-table.js";
import { iterateRows } from "./sqlite.js";

/** How many photos are private, by what makes them so. */
export type PrivateCounts = Record<PrivateReason, number>;

/** A photo that is kept out of the gallery. */
interface PrivatePhoto extends FoundPhoto {
  reason: PrivateReason;
  metadataFingerprint: string;
}

/** Those that were read to find out: they are not read again while they stay as they are. */
export function knownPrivatePhotos(database: DatabaseSyncInstance): Map<string, KnownPhoto> {
  const known = new Map<string, KnownPhoto>();
  const sql = "SELECT * FROM private_photos WHERE reason <> 'ignored'";
  for (const row of iterateRows(database, sql)) {
    known.set(String(row.path), {
      size: Number(row.file_size),
      modifiedAt: Number(row.modified_at),
      contentHash: "",
      metadataFingerprint: String(row.metadata_fingerprint),
      companions: String(row.companions),
    });
  }
  return known;
}

/** Takes a photo out of the gallery, and remembers that it is private. */
export function keepPrivate(database: DatabaseSyncInstance, photo: PrivatePhoto): void {
  const { path, reason, size, modifiedAt, metadataFingerprint } = photo;
  forgetPhotos(database, [path]);
  forgetFailures(database, [path]);
  database
    .prepare("INSERT OR REPLACE INTO private_photos VALUES (?, ?, ?, ?, ?, ?)")
    .run(path, reason, size, modifiedAt, metadataFingerprint, companionState(photo));
}

/** Brings the table in line with what was found: which photos `.akinignore` keeps back, and which are gone. */
export function updatePrivate(
  database: DatabaseSyncInstance,
  { photos, ignored }: FoundAlbum,
): void {
  const paths = new Set(photos.map(({ path }) => path));
  const gone = [...knownPrivatePhotos(database).keys()].filter((path) => !paths.has(path));
  forgetPrivate(database, gone);
  const sql = "SELECT path, file_size, modified_at FROM private_photos WHERE reason = 'ignored'";
  const before = new Map<unknown, string>();
  for (const { path, ...state } of iterateRows(database, sql)) {
    before.set(path, Object.values(state).join());
  }
  for (const photo of ignored) {
    const isKnown = before.get(photo.path) === [photo.size, photo.modifiedAt].join();
    if (!isKnown) keepPrivate(database, { ...photo, reason: "ignored", metadataFingerprint: "" });
    before.delete(photo.path);
  }
  forgetPrivate(database, Array.from(before.keys(), String));
}

/** Drops photos that may be seen, or are gone. */
export function forgetPrivate(database: DatabaseSyncInstance, paths: Iterable<string>): void {
  const statement = database.prepare("DELETE FROM private_photos WHERE path = ?");
  for (const path of paths) statement.run(path);
}

export function countPrivate(database: DatabaseSyncInstance): PrivateCounts {
  const statement = database.prepare(
    "SELECT count(*) AS photos FROM private_photos WHERE reason = ?",
  );
  const count = (reason: PrivateReason) => Number(statement.get(reason)?.photos ?? 0);
  return { keyword: count("keyword"), rating: count("rating"), ignored: count("ignored") };
}
