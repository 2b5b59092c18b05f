import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { buildInfo, setBuildInfo } from "./database/build-info.js";
import { recordLateFailure } from "./database/failures-table.js";
import { type AlbumChanges, indexPhotos } from "./database/index-photos.js";
import { VectorStore } from "./database/vector-store.js";
import { describeError } from "./describe-error.js";
import type { Effects } from "./effects.js";
import { embedPhotos, type PhotoToEmbed } from "./embedding/embed-photos.js";
import { openEmbedder } from "./embedding/index.js";
import { type OpenGallery, replaceVectors, vectorsFor } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { findPhotos } from "./photos/find-photos.js";
import { outputFolders } from "./prepare-output.js";

/** The embedding of one run. */
export interface EmbeddingReport {
  model: string;
  dimensions: number;
  /** Photos that went through the model in this run. */
  processed: number;
  imagesPerSecond: number;
}

/** Stage: finds the album's photos and brings database.db in line with them. */
export async function indexAlbum(
  gallery: OpenGallery,
  album: string,
  options: AkinOptions,
  effects: Effects,
): Promise<AlbumChanges> {
  const found = await findPhotos(album, {
    exclude: options.exclude,
    leaveOut: outputFolders(gallery.paths),
  });
  const changes = await indexPhotos(gallery.database, found, options, effects);
  if (buildInfo(gallery.database, "photos_folder") !== album) {
    setBuildInfo(gallery.database, { photos_folder: album });
  }
  return changes;
}

/** Stage: brings vectors.db in line with database.db. Returns the store, open, and what was done. */
export async function embedAlbum(
  gallery: OpenGallery,
  album: string,
  options: AkinOptions,
  effects: Effects,
): Promise<{ store: VectorStore; report: EmbeddingReport }> {
  const existing = storedModel(gallery.paths.vectors, options);
  const embedder = await openEmbedder({ ...options, ...existing }, effects);
  try {
    const settings = vectorSettings(
      { ...options, ...existing },
      embedder.batchSize,
      existing.existingModel ?? embedder.model.name,
    );
    const { force } = options;
    const store = vectorsFor(gallery.paths, embedder.model, { force, settings });
    const started = performance.now();
    const processed = await embedPhotos(photosToEmbed(gallery, album), store, embedder, {
      ...effects,
      onFailure: ({ path }, stage, error) => {
        const code = stage === "decode" ? "BROKEN_IMAGE" : "NOT_EMBEDDED";
        const reason = describeError(error);
        const message = stage === "decode" ? reason : `can't be embedded: ${reason}`;
        recordLateFailure(gallery.database, { path, stage, code, message });
      },
    });
    const seconds = (performance.now() - started) / 1000;
    const { name, dimensions } = embedder.model;
    const imagesPerSecond = processed === 0 ? 0 : Number((processed / seconds).toFixed(1));
    return {
      store: replaceVectors(gallery.paths, store),
      report: { model: name, dimensions, processed, imagesPerSecond },
    };
  } finally {
    await embedder.close();
  }
}

/** The gallery's title: the one that is given, or the photo folder's name. */
export function titleOf(album: string, options: AkinOptions): string {
  return options.title ?? basename(album);
}

/** The model of a vectors.db, which `auto` keeps, and with it the dtype that was asked for. */
export function storedModel(
  file: string,
  options: AkinOptions,
): { existingModel: string | null; dtype?: string } {
  if (!existsSync(file)) return { existingModel: null };
  const store = VectorStore.open(file, { readOnly: true, configOnly: true });
  try {
    const existingModel = store.config("model_source") ?? null;
    const dtype = store.config("dtype");
    const keepsDtype = options.model === "auto" && options.dtype === undefined;
    return keepsDtype && dtype ? { existingModel, dtype } : { existingModel };
  } finally {
    store.close();
  }
}

/** What vector_config tells of how the vectors were made. `autoModel` is what `auto` stands for. */
export function vectorSettings(
  options: AkinOptions,
  batchSize: number,
  autoModel: string,
): Record<string, string> {
  const named = existsSync(options.model) ? resolve(options.model) : options.model;
  return {
    model_source: options.model === "auto" ? autoModel : named,
    preprocessing_enabled: String(options.enhance),
    smart_crop: String(options.smartCrop),
    batch_size: String(batchSize),
    dtype: options.dtype ?? "",
  };
}

function photosToEmbed(gallery: OpenGallery, album: string): PhotoToEmbed[] {
  const rows = gallery.database.prepare("SELECT id, path, content_hash FROM images ORDER BY path");
  return rows.all().map((row) => ({
    id: Number(row.id),
    path: String(row.path),
    file: join(album, String(row.path)),
    contentHash: String(row.content_hash),
  }));
}
