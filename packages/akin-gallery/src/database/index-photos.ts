import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { Effects } from "../effects.js";
import { filesFingerprint } from "../metadata/complete-metadata.js";
import { PLACES_VERSION } from "../metadata/places/place-finder.js";
import { privateFingerprint } from "../metadata/private-rules.js";
import type { FoundAlbum } from "../photos/find-photos.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import type { PhotoWorkers } from "../workers/photo-workers.js";
import { failedFiles } from "./failures-table.js";
import { companionState, knownPhotos } from "./images-table.js";
import { knownPrivatePhotos } from "./private-table.js";
import { type IndexOptions, readChanged } from "./read-changed.js";
import { removeGone } from "./remove-gone.js";

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
  const removed = removeGone(database, known, album, options.prune);

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

function isSameFile(
  before: { size: number; modifiedAt: number } | undefined,
  now: FoundPhoto,
): boolean {
  return before?.size === now.size && before.modifiedAt === now.modifiedAt;
}
