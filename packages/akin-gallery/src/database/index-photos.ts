import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Effects } from "../effects.js";
import { filesFingerprint } from "../metadata/complete-metadata.js";
import { PLACES_VERSION } from "../metadata/places/place-finder.js";
import { privateFingerprint } from "../metadata/private-rules.js";
import type { FoundAlbum } from "../photos/find-photos.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import type { PhotoWorkers } from "../workers/photo-workers.js";
import { type FailedFile, failedFiles } from "./failures-table.js";
import { companionState, knownPhotos } from "./images-table.js";
import { knownPrivatePhotos } from "./private-table.js";
import { type IndexOptions, readChanged } from "./read-changed.js";
import { removeGone } from "./remove-gone.js";
import { standInOf, withoutRaw, withStandIns } from "./stand-ins.js";

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
  const failedBefore = failedFiles(database);
  const photos = withStandIns(album.photos, known, (photo) => isFailed(failedBefore, photo));
  const removed = removeGone(database, known, { ...album, photos }, options.prune);

  const privateBefore = knownPrivatePhotos(database);
  const changed = photos.filter((photo) => {
    const before = known.get(photo.path) ?? privateBefore.get(photo.path);
    if (!before) return !isFailed(failedBefore, photo);
    return (
      !isSameFile(before, photo) ||
      before.companions !== companionState(photo) ||
      !`${before.metadataFingerprint}#`.startsWith(`${fingerprint}#`)
    );
  });
  const read = (some: readonly FoundPhoto[]) =>
    readChanged(database, some, known, { ...options, fingerprint, workers }, effects);
  const changes = await read(changed);
  for (const { added, updated } of await readStandIns(database, changed, read)) {
    for (const path of added) changes.added.add(path);
    for (const path of updated) changes.updated.add(path);
  }
  const found = album.photos.length + album.ignored.length + album.failures.length;
  const kept = new Set(album.ignored.map(({ path }) => path));
  return { ...changes, found, removed: removed.filter((path) => !kept.has(path)).length };
}

/** For pictures of pairs that turn out to be broken their RAW files; for those of which these are broken, too, what there is. */
async function readStandIns<Changes>(
  database: DatabaseSyncInstance,
  changed: readonly FoundPhoto[],
  read: (photos: readonly FoundPhoto[]) => Promise<Changes>,
): Promise<Changes[]> {
  const pairs = changed.filter((photo) => standInOf(photo));
  if (pairs.length === 0) return [];
  const failed = failedFiles(database);
  const broken = pairs.filter((photo) => isFailed(failed, photo));
  const standIns = broken.flatMap((photo) => standInOf(photo) ?? []);
  if (standIns.length === 0) return [];
  const changes = [await read(standIns)];
  const failedThen = failedFiles(database);
  const alone = broken.filter((_, index) => {
    const standIn = standIns[index];
    return standIn && isFailed(failedThen, standIn);
  });
  return alone.length === 0 ? changes : [...changes, await read(alone.map(withoutRaw))];
}

function isFailed(failed: ReadonlyMap<string, FailedFile>, photo: FoundPhoto): boolean {
  const before = failed.get(photo.path);
  return isSameFile(before, photo) && before?.companions === companionState(photo);
}

function isSameFile(
  before: { size: number; modifiedAt: number } | undefined,
  now: FoundPhoto,
): boolean {
  return before?.size === now.size && before.modifiedAt === now.modifiedAt;
}
