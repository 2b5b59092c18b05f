import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { describeError } from "./describe-error.js";
import type { Effects } from "./effects.js";
import { type EmbeddingReport, embedPhotos } from "./embed-photos.js";
import { mapSettled } from "./map-settled.js";
import { existingFolder } from "./open-gallery.js";
import { openModel } from "./open-model.js";
import type { AkinOptions } from "./options.js";
import { PhotoError } from "./photos/photo-error.js";
import type { PhotoFailure } from "./photos/photo-failure.js";
import type { PhotoFile, ProcessEffects } from "./process-photos.js";
import { PhotoWorkers } from "./workers/photo-workers.js";

/** A gallery that somebody else made. */
export interface ForeignGallery {
  /** An SQLite file with a table `images(path …)`; it is only read. */
  mainDb: string;
  /** Where the vectors go: `image_vectors` and `vector_metadata`, whose rowids are those of `images`. */
  vectorDb: string;
  /** The folder that the paths begin in. */
  photosRoot: string;
}

const HASH_AT_ONCE = 4;

/**
 * Makes vectors.db for a gallery that exists already; unchanged photos keep their vectors.
 * @throws AkinError `NOT_FOUND` or `BAD_DATABASE` if there is no database with `images(path …)`
 */
export async function embedForeignDatabase(
  foreign: ForeignGallery,
  options: AkinOptions,
  effects: Effects,
): Promise<{ embedding: EmbeddingReport; failures: PhotoFailure[] }> {
  const root = existingFolder(foreign.photosRoot);
  const vectors = resolve(foreign.vectorDb);
  const paths = { vectors, nextVectors: `${vectors}.next` };
  const failures: PhotoFailure[] = [];
  const rows = readPaths(resolve(foreign.mainDb));
  // Before all is read, so that a model that can't be had is told at once. No web sizes are made here, which would need the
  // photos decoded larger.
  const model = await openModel(vectors, options, effects, { shrinkOnLoad: true });
  const photos = await hashPhotos(rows, root, failures, effects);
  const withFailures: ProcessEffects = {
    ...effects,
    onFailure: ({ path }, stage, error) => {
      const code = error instanceof PhotoError ? error.code : "BROKEN_IMAGE";
      failures.push({ path, stage, code, message: describeError(error) });
    },
  };
  const { force } = options;
  const workers = new PhotoWorkers();
  try {
    const run = await embedPhotos(photos, paths, model, { force }, workers, withFailures);
    run.store.close();
    return { embedding: run.report, failures };
  } finally {
    workers.close();
  }
}

function readPaths(file: string): { id: number; path: string }[] {
  if (!existsSync(file)) throw new AkinError("NOT_FOUND", `there is no database ${file}`);
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare("SELECT rowid AS id, path FROM images ORDER BY path").all();
    return rows.map(({ id, path }) => ({ id: Number(id), path: String(path) }));
  } catch (error) {
    throw new AkinError(
      "BAD_DATABASE",
      `${file} has no table images with a column path: ${describeError(error)}`,
      { cause: error },
    );
  } finally {
    database?.close();
  }
}

async function hashPhotos(
  rows: readonly { id: number; path: string }[],
  root: string,
  failures: PhotoFailure[],
  effects: Effects,
): Promise<PhotoFile[]> {
  const photos: PhotoFile[] = [];
  const progress = effects.progress("Reading", rows.length);
  let done = 0;
  const hashes = await mapSettled(rows, HASH_AT_ONCE, async ({ path }) => {
    effects.signal.throwIfAborted();
    const hash = await hashFile(join(root, path));
    progress.update(++done);
    return hash;
  });
  for (const [index, hash] of hashes.entries()) {
    const row = rows[index];
    if (!row) continue;
    if (hash.status === "fulfilled") {
      photos.push({ ...row, file: join(root, row.path), contentHash: hash.value });
    } else {
      effects.signal.throwIfAborted();
      const message = `can't be read: ${describeError(hash.reason)}`;
      failures.push({ path: row.path, stage: "read", code: "UNREADABLE", message });
    }
  }
  progress.finish();
  return photos;
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
