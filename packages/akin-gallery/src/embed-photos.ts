import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { VectorStore } from "./database/vector-store.js";
import type { Embedder } from "./embedding/embedder.js";
import { PhotoEmbedder } from "./embedding/photo-embedder.js";
import type { GalleryPaths } from "./gallery-paths.js";
import { replaceVectors, vectorsFor } from "./open-gallery.js";
import type { OpenModel } from "./open-model.js";
import { type PhotoFile, type ProcessEffects, processPhotos } from "./process-photos.js";
import { PhotoDescriber } from "./similarity/photo-describer.js";
import type { PhotoResizer } from "./site/photo-resizer.js";
import type { PhotoWorkers } from "./workers/photo-workers.js";

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

/** What is made of photos besides their vectors. */
export interface OtherProducts {
  resizer?: PhotoResizer;
  /** A database.db, if photos are to be described (`PhotoDescriber`). */
  describeIn?: DatabaseSyncInstance;
}

/**
 * Brings a vectors.db in line with photos, and what else is made of them; then closes the model.
 *
 * @returns the store, open, and what was done
 */
export async function embedPhotos(
  photos: readonly PhotoFile[],
  paths: Pick<GalleryPaths, "vectors" | "nextVectors">,
  { embedder, settings }: OpenModel,
  { force, ...others }: OtherProducts & { force: boolean },
  workers: PhotoWorkers,
  effects: ProcessEffects,
): Promise<{ store: VectorStore; report: EmbeddingReport }> {
  try {
    const store = vectorsFor(paths, embedder.model, { force, settings }, effects);
    const started = performance.now();
    const processed = await processInto(store, embedder, photos, others, workers, effects);
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
  { resizer, describeIn }: OtherProducts,
  workers: PhotoWorkers,
  effects: ProcessEffects,
): Promise<number> {
  try {
    const describer = describeIn && PhotoDescriber.open(describeIn, store.looks, photos);
    const photoEmbedder = new PhotoEmbedder(photos, store, embedder);
    const products = {
      embedder: photoEmbedder,
      ...(resizer && { resizer }),
      ...(describer && { describer }),
    };
    await processPhotos(photos, products, workers, effects);
    return photoEmbedder.processed;
  } catch (error) {
    store.close();
    throw error;
  }
}
