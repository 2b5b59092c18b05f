import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { listFailures } from "./failures-table.js";
import { countPhotos } from "./images-table.js";
import type { AlbumChanges } from "./index-photos.js";
import { countPrivate } from "./private-table.js";

/** How many photos were found to be what; `found` is the sum of all but `removed`. */
export interface PhotoCounts {
  found: number;
  added: number;
  updated: number;
  unchanged: number;
  removed: number;
  failed: number;
  /** There, but kept out of the gallery. */
  private: number;
}

/** Counts what has become of the changes: a photo that failed in a later stage counts as failed only. */
export function countChanges(database: DatabaseSyncInstance, changes: AlbumChanges): PhotoCounts {
  const failures = listFailures(database);
  const failed = new Set(failures.map(({ path }) => path));
  const kept = (paths: ReadonlySet<string>) =>
    [...paths].filter((path) => !failed.has(path)).length;
  const added = kept(changes.added);
  const updated = kept(changes.updated);
  const { keyword, rating, ignored } = countPrivate(database);
  return {
    found: changes.found,
    added,
    updated,
    unchanged: countPhotos(database) - added - updated,
    removed: changes.removed,
    failed: failures.length,
    private: keyword + rating + ignored,
  };
}
