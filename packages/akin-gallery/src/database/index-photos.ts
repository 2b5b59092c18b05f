import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "../akin-error.js";
import { describeError } from "../describe-error.js";
import type { Effects } from "../effects.js";
import { mapSettled } from "../map-settled.js";
import { applyGpsPolicy, type GpsPolicy } from "../metadata/apply-gps-policy.js";
import {
  completeMetadata,
  type FromFiles,
  filesFingerprint,
} from "../metadata/complete-metadata.js";
import { PLACES_VERSION } from "../metadata/places/place-finder.js";
import { PlaceNames } from "../metadata/places/place-names.js";
import { type PrivateRules, privateFingerprint, privateReason } from "../metadata/private-rules.js";
import type { FoundAlbum } from "../photos/find-photos.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import { PhotoError } from "../photos/photo-error.js";
import type { PhotoFailure } from "../photos/photo-failure.js";
import type { PhotoContent } from "../photos/read-photo.js";
import type { PhotoWorkers } from "../workers/photo-workers.js";
import { markUnfinished } from "./build-info.js";
import { failedFiles, forgetFailures, recordFailure } from "./failures-table.js";
import {
  companionState,
  forgetPhotos,
  type KnownPhoto,
  knownPhotos,
  savePhoto,
} from "./images-table.js";
import { forgetPrivate, keepPrivate, knownPrivatePhotos, updatePrivate } from "./private-table.js";
import { transaction } from "./sqlite.js";

export interface IndexOptions extends FromFiles {
  /** What becomes of the places that photos tell: rounded to about 1 km by default. */
  gps: GpsPolicy;
  /** Lets photos go even if more than half of the known ones vanished at once. */
  prune: boolean;
  /** What keeps photos out of the gallery. */
  private: PrivateRules;
}

/** What one indexing found to be different. */
export interface AlbumChanges {
  /** Everything that looks like a photo, also what failed. */
  found: number;
  /** Paths of photos that are new, or whose content is. */
  added: ReadonlySet<string>;
  updated: ReadonlySet<string>;
  removed: number;
}

/** Raised when Akin learns to read metadata differently, so that all of it is read again. */
const METADATA_VERSION = 3;

/** Photos written in one transaction. */
const BATCH = 64;

/**
 * Brings `images` in line with the files: reads what is new or changed, lets go of what is gone. A photo whose size
 * and modification time are as before costs no more than the walk's `stat`.
 *
 * @throws AkinError `MANY_REMOVED` if more than half of the known photos are gone and `prune` is not set
 */
export async function indexPhotos(
  { database, workers }: { database: DatabaseSyncInstance; workers: PhotoWorkers },
  album: FoundAlbum,
  options: IndexOptions,
  effects: Effects,
): Promise<AlbumChanges> {
  const known = knownPhotos(database);
  const reading = `${METADATA_VERSION}.${PLACES_VERSION}:${options.gps}:${filesFingerprint(options)}`;
  const fingerprint = `${reading}:${privateFingerprint(options.private)}`;
  const removed = removedPaths(known, album);
  if (!options.prune) refuseManyRemoved(known, removed, album);
  removeGone(database, removed, album);

  const failedBefore = failedFiles(database);
  const privateBefore = knownPrivatePhotos(database);
  const changed = album.photos.filter((photo) => {
    const before = known.get(photo.path) ?? privateBefore.get(photo.path);
    if (!before) return !isSameFile(failedBefore.get(photo.path), photo);
    return (
      !isSameFile(before, photo) ||
      before.companions !== companionState(photo) ||
      !`${before.metadataFingerprint}#`.startsWith(`${fingerprint}#`)
    );
  });
  const read = await readChanged(
    database,
    changed,
    known,
    { ...options, fingerprint, workers },
    effects,
  );
  const found = album.photos.length + album.ignored.length + album.failures.length;
  const kept = new Set(album.ignored.map(({ path }) => path));
  return { ...read, found, removed: removed.filter((path) => !kept.has(path)).length };
}

interface ReadWith {
  fingerprint: string;
  workers: PhotoWorkers;
}

async function readChanged(
  database: DatabaseSyncInstance,
  changed: readonly FoundPhoto[],
  known: ReadonlyMap<string, KnownPhoto>,
  { fingerprint, workers, ...options }: IndexOptions & ReadWith,
  effects: Effects,
): Promise<{ added: Set<string>; updated: Set<string> }> {
  const added = new Set<string>();
  const updated = new Set<string>();
  const progress = effects.progress("Reading", changed.length);
  const places = new PlaceNames();
  const save = (photo: FoundPhoto, content: PhotoContent) => {
    const complete = completeMetadata(content.metadata, photo, options);
    const reason = privateReason(complete, options.private);
    if (reason)
      return keepPrivate(database, { ...photo, reason, metadataFingerprint: fingerprint });
    forgetPrivate(database, [photo.path]);
    const before = known.get(photo.path);
    if (!before) added.add(photo.path);
    else if (before.contentHash !== content.contentHash) updated.add(photo.path);
    const metadata = applyGpsPolicy(places.addTo(complete), options.gps);
    // With what else than the file the metadata came from, so that the build id changes with it.
    const fileTime = content.metadata.takenAt === metadata.takenAt ? "" : metadata.takenAt;
    const metadataFingerprint = [fingerprint, content.sidecarHash, fileTime]
      .filter(Boolean)
      .join("#");
    savePhoto(database, { ...photo, ...content, metadata, metadataFingerprint });
    forgetFailures(database, [photo.path]);
  };
  for (let start = 0; start < changed.length; start += BATCH) {
    effects.signal.throwIfAborted();
    const batch = changed.slice(start, start + BATCH);
    const contents = await mapSettled(batch, batch.length, (photo) => workers.read(photo));
    for (const content of contents) {
      const isPhotos = content.status === "fulfilled" || content.reason instanceof PhotoError;
      if (!isPhotos) throw content.reason;
    }
    markUnfinished(database);
    transaction(database, () => {
      for (const [index, content] of contents.entries()) {
        const photo = batch[index];
        if (!photo) continue;
        if (content.status === "fulfilled") save(photo, content.value);
        else recordFailure(database, readFailure(photo.path, content.reason), photo);
      }
    });
    progress.update(start + batch.length);
  }
  progress.finish();
  return { added, updated };
}

function isSameFile(
  before: { size: number; modifiedAt: number } | undefined,
  now: FoundPhoto,
): boolean {
  return before?.size === now.size && before.modifiedAt === now.modifiedAt;
}

function removedPaths(known: ReadonlyMap<string, KnownPhoto>, album: FoundAlbum): string[] {
  const present = new Set(album.photos.map((photo) => photo.path));
  return [...known.keys()].filter((path) => !present.has(path));
}

/** A disk that isn't mounted looks like an album whose photos are gone; renamed, paired and private photos are not. */
function refuseManyRemoved(
  known: ReadonlyMap<string, KnownPhoto>,
  removed: readonly string[],
  album: FoundAlbum,
): void {
  const fresh = new Set(
    [
      ...album.photos.filter((photo) => !known.has(photo.path)),
      ...album.photos.flatMap(({ companions }) => companions),
      ...album.ignored,
    ].map((file) => `${file.size}:${file.modifiedAt}`),
  );
  const vanished = removed.filter((path) => {
    const before = known.get(path);
    return before && !fresh.has(`${before.size}:${before.modifiedAt}`);
  });
  if (vanished.length * 2 > known.size) {
    throw new AkinError(
      "MANY_REMOVED",
      `${vanished.length} of ${known.size} photos are gone from the album; if that is right, build with --prune, otherwise check that its disk is there`,
    );
  }
}

function removeGone(
  database: DatabaseSyncInstance,
  removed: readonly string[],
  album: FoundAlbum,
): void {
  const present = new Set(album.photos.map((photo) => photo.path));
  const staleFailures = [...allFailedPaths(database)].filter((path) => !present.has(path));
  if (removed.length > 0) markUnfinished(database);
  transaction(database, () => {
    forgetPhotos(database, removed);
    updatePrivate(database, album);
    forgetFailures(database, staleFailures);
    for (const failure of album.failures) {
      recordFailure(database, failure, { size: 0, modifiedAt: 0 });
    }
  });
}

function allFailedPaths(database: DatabaseSyncInstance): string[] {
  return database
    .prepare("SELECT path FROM failures")
    .all()
    .map((row) => String(row.path));
}

function readFailure(path: string, reason: unknown): PhotoFailure {
  return {
    path,
    stage: "read",
    code: reason instanceof PhotoError ? reason.code : "UNREADABLE",
    message: describeError(reason),
  };
}
