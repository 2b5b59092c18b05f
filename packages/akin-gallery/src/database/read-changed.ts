import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { describeError } from "../describe-error.js";
import type { Effects } from "../effects.js";
import { mapSettled } from "../map-settled.js";
import { applyGpsPolicy, type GpsPolicy } from "../metadata/apply-gps-policy.js";
import { completeMetadata, type FromFiles } from "../metadata/complete-metadata.js";
import { PlaceNames } from "../metadata/places/place-names.js";
import { type PrivateRules, privateReason } from "../metadata/private-rules.js";
import type { FoundPhoto } from "../photos/pair-files.js";
import { PhotoError } from "../photos/photo-error.js";
import type { PhotoFailure } from "../photos/photo-failure.js";
import type { PhotoContent } from "../photos/read-photo.js";
import type { PhotoWorkers } from "../workers/photo-workers.js";
import { markUnfinished } from "./build-info.js";
import { forgetFailures, recordFailure } from "./failures-table.js";
import { companionState, type KnownPhoto, savePhoto } from "./images-table.js";
import { forgetPrivate, keepPrivate } from "./private-table.js";
import { transaction } from "./sqlite.js";

export interface IndexOptions extends FromFiles {
  /** What becomes of the places that photos tell: rounded to about 1 km by default. */
  gps: GpsPolicy;
  /** Lets photos go even if more than half of the known ones vanished at once. */
  prune: boolean;
  /** What keeps photos out of the gallery. */
  private: PrivateRules;
}

/** Photos written in one transaction. */
const BATCH = 64;

interface ReadWith {
  /** How metadata is read. */
  fingerprint: string;
  workers: PhotoWorkers;
}

/** Reads photos, and writes what they tell into `images`, or why they can't be read into `failures`. */
export async function readChanged(
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
        else {
          const file = { ...photo, companions: companionState(photo) };
          recordFailure(database, readFailure(photo.path, content.reason), file);
        }
      }
    });
    progress.update(start + batch.length);
  }
  progress.finish();
  return { added, updated };
}

function readFailure(path: string, reason: unknown): PhotoFailure {
  return {
    path,
    stage: "read",
    code: reason instanceof PhotoError ? reason.code : "UNREADABLE",
    message: describeError(reason),
  };
}
