import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { VectorStore } from "./database/vector-store.js";
import type { Embedder } from "./embedding/embedder.js";
import { openEmbedder } from "./embedding/index.js";
import { PhotoEmbedder } from "./embedding/photo-embedder.js";
import type { GalleryPaths } from "./gallery-paths.js";
import { replaceVectors, vectorsFor } from "./open-gallery.js";
import type { AkinOptions } from "./options.js";
import { type PhotoFile, type ProcessEffects, processPhotos } from "./process-photos.js";
import type { PhotoResizer } from "./site/photo-resizer.js";

/** The embedding of one run. */
export interface EmbeddingReport {
  model: string;
  dimensions: number;
  /** Photos that went through the model in this run. */
  processed: number;
  imagesPerSecond: number;
  /** Photos in one run of the model. */
  batchSize: number;
}

/**
 * Brings a vectors.db in line with photos, and their web sizes as well if there is a resizer.
 *
 * @param shrinkOnLoad see `OpenEmbedderOptions`; for vectors that are never compared with those of a gallery
 * @returns the store, open, and what was done
 */
export async function embedPhotos(
  photos: readonly PhotoFile[],
  paths: Pick<GalleryPaths, "vectors" | "nextVectors">,
  options: AkinOptions,
  effects: ProcessEffects,
  { resizer, shrinkOnLoad = false }: { resizer?: PhotoResizer; shrinkOnLoad?: boolean } = {},
): Promise<{ store: VectorStore; report: EmbeddingReport }> {
  const existing = storedModel(paths.vectors, options);
  const used = { ...options, ...existing };
  const embedder = await openEmbedder({ ...used, shrinkOnLoad, besideDecoding: true }, effects);
  try {
    const settings = vectorSettings(used, embedder, existing.existingModel);
    const store = vectorsFor(paths, embedder.model, { force: options.force, settings });
    const started = performance.now();
    const processed = await processInto(store, embedder, photos, effects, resizer);
    const seconds = (performance.now() - started) / 1000;
    const imagesPerSecond = processed === 0 ? 0 : Number((processed / seconds).toFixed(1));
    const { name: model, dimensions } = embedder.model;
    return {
      store: replaceVectors(paths, store),
      report: { model, dimensions, processed, imagesPerSecond, batchSize: embedder.batchSize },
    };
  } finally {
    await embedder.close();
  }
}

async function processInto(
  store: VectorStore,
  embedder: Embedder,
  photos: readonly PhotoFile[],
  effects: ProcessEffects,
  resizer?: PhotoResizer,
): Promise<number> {
  try {
    const photoEmbedder = new PhotoEmbedder(photos, store, embedder);
    await processPhotos(photos, { embedder: photoEmbedder, ...(resizer && { resizer }) }, effects);
    return photoEmbedder.processed;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** The model of a vectors.db, which `auto` keeps, and with it the dtype that was asked for. */
function storedModel(
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

/** What vector_config tells of how the vectors were made. */
function vectorSettings(
  options: AkinOptions,
  { model, batchSize }: Embedder,
  existingModel: string | null,
): Record<string, string> {
  const named = existsSync(options.model) ? resolve(options.model) : options.model;
  return {
    model_source: options.model === "auto" ? (existingModel ?? model.name) : named,
    preprocessing_enabled: String(options.enhance),
    smart_crop: String(options.smartCrop),
    batch_size: String(batchSize),
    dtype: options.dtype ?? "",
  };
}
