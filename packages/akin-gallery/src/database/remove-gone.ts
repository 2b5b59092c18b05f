import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "../akin-error.js";
import type { FoundAlbum } from "../photos/find-photos.js";
import { markUnfinished } from "./build-info.js";
import { forgetFailures, recordFailure } from "./failures-table.js";
import { forgetPhotos, type KnownPhoto } from "./images-table.js";
import { updatePrivate } from "./private-table.js";
import { transaction } from "./sqlite.js";

/**
 * Lets go of photos and failures whose files are gone.
 * @returns the photos' paths
 * @throws AkinError `MANY_REMOVED` if more than half of the known photos are gone and `prune` is not set
 */
export function removeGone(
  database: DatabaseSyncInstance,
  known: ReadonlyMap<string, KnownPhoto>,
  album: FoundAlbum,
  prune: boolean,
): string[] {
  const removed = removedPaths(known, album);
  if (!prune) refuseManyRemoved(known, removed, album);
  forgetGone(database, removed, album);
  return removed;
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

function forgetGone(
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
      recordFailure(database, failure, { size: 0, modifiedAt: 0, companions: "[]" });
    }
  });
}

function allFailedPaths(database: DatabaseSyncInstance): string[] {
  return database
    .prepare("SELECT path FROM failures")
    .all()
    .map((row) => String(row.path));
}
