import { existsSync, realpathSync, renameSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "./akin-error.js";
import { buildInfo } from "./database/build-info.js";
import { DATABASE_SCHEMA } from "./database/schema.js";
import { openDatabase } from "./database/sqlite.js";
import { upgradeDatabase } from "./database/upgrade-database.js";
import { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import type { EmbeddingModel } from "./embedding/embedder.js";
import { lockGallery } from "./gallery-lock.js";
import { type GalleryPaths, galleryPaths } from "./gallery-paths.js";
import { prepareOutput } from "./prepare-output.js";
import { PhotoWorkers } from "./workers/photo-workers.js";

/** A gallery that this process is changing, and nobody else. */
export interface OpenGallery {
  paths: GalleryPaths;
  database: DatabaseSyncInstance;
  /** Read and decode the photos. */
  workers: PhotoWorkers;
  close(): void;
}

/**
 * Opens a gallery for writing, and makes it where there is none.
 * @param album the photo folder, which must not lie inside the gallery
 */
export function openForWriting(out: string, album?: string): OpenGallery {
  const paths = galleryPaths(out);
  prepareOutput(paths, album);
  const unlock = lockGallery(paths.root);
  try {
    const database = openDatabase(paths.database, DATABASE_SCHEMA);
    upgradeDatabase(database);
    const workers = new PhotoWorkers();
    const close = () => {
      workers.close();
      database.close();
      unlock();
    };
    return { paths, database, workers, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens database.db for reading; @throws AkinError `NO_GALLERY` if there is no gallery. */
export function openForReading(out: string): {
  paths: GalleryPaths;
  database: DatabaseSyncInstance;
} {
  const paths = galleryPaths(out);
  if (!existsSync(paths.database)) {
    throw new AkinError("NO_GALLERY", `there is no gallery in ${paths.root}; run akin build first`);
  }
  return { paths, database: openDatabase(paths.database, DATABASE_SCHEMA, { readOnly: true }) };
}

/** The photo folder: the one that is given, or the one the gallery remembers. */
export function albumFolder(database: DatabaseSyncInstance, given?: string): string {
  const folder = given ?? buildInfo(database, "photos_folder");
  if (folder === undefined) {
    throw new AkinError("USAGE", "say which folder the photos are in: this gallery has none yet");
  }
  return existingFolder(folder);
}

/** @returns the folder's real, absolute path; @throws AkinError `NOT_FOUND` if it isn't a folder */
export function existingFolder(folder: string): string {
  const absolute = resolve(folder);
  if (!existsSync(absolute)) {
    throw new AkinError("NOT_FOUND", `there is no folder ${absolute}; check the path`);
  }
  if (!statSync(absolute).isDirectory()) {
    throw new AkinError(
      "NOT_FOUND",
      `${absolute} is not a folder; give the folder the photos are in`,
    );
  }
  return realpathSync(absolute);
}

type VectorPaths = Pick<GalleryPaths, "vectors" | "nextVectors">;

/**
 * The store that a model's vectors are to go to: the gallery's own if it holds the same model, otherwise a new file
 * beside it, which `replaceVectors` puts in its place once it is whole. Until then the old one stays.
 */
export function vectorsFor(
  paths: VectorPaths,
  model: EmbeddingModel,
  options: { force: boolean; settings: Record<string, string> },
  { info }: Pick<Effects, "info">,
): VectorStore {
  const isSame = (file: string) =>
    existsSync(file) && storedFingerprint(file) === model.fingerprint;
  if (!options.force && isSame(paths.vectors)) return VectorStore.open(paths.vectors);
  if (!existsSync(paths.vectors)) {
    return VectorStore.create(paths.vectors, model, options.settings);
  }
  info(`All photos are embedded again: ${whatChanged(paths.vectors, model, options)}.`);
  if (!options.force && isSame(paths.nextVectors)) return VectorStore.open(paths.nextVectors);
  return VectorStore.create(paths.nextVectors, model, options.settings);
}

/** Settings that vectors depend on, and the options that set them. */
const SETTINGS = {
  dtype: "--dtype",
  preprocessing_enabled: "--enhance",
  smart_crop: "--smart-crop",
} as const;

function whatChanged(
  file: string,
  model: EmbeddingModel,
  { force, settings }: { force: boolean; settings: Record<string, string> },
): string {
  const store = VectorStore.open(file, { readOnly: true, configOnly: true });
  try {
    if (store.model.fingerprint === model.fingerprint && force) return "--force";
    if (store.model.name !== model.name) return `${store.model.name} before, ${model.name} now`;
    const changed = Object.entries(SETTINGS).find(([key]) => store.config(key) !== settings[key]);
    if (!changed) return `${model.name} or its preprocessing is another than it was`;
    const [key, option] = changed;
    return `${option} was ${store.config(key) || "not set"}, and is ${settings[key] || "not set"} now`;
  } finally {
    store.close();
  }
}

/** Puts a finished new store in the old one's place. */
export function replaceVectors(paths: VectorPaths, store: VectorStore): VectorStore {
  if (store.file !== paths.nextVectors) return store;
  store.close();
  renameSync(paths.nextVectors, paths.vectors);
  return VectorStore.open(paths.vectors);
}

function storedFingerprint(file: string): string | undefined {
  const store = VectorStore.open(file, { readOnly: true, configOnly: true });
  try {
    return store.model.fingerprint;
  } finally {
    store.close();
  }
}

/** The photo folder that the gallery in `out` was made from, or undefined. */
export function rememberedAlbum(out: string): string | undefined {
  if (!existsSync(galleryPaths(out).database)) return undefined;
  const { database } = openForReading(out);
  try {
    return buildInfo(database, "photos_folder");
  } finally {
    database.close();
  }
}
