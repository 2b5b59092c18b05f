import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { AkinError } from "../akin-error.js";
import { BatchQueue } from "../embedding/batch-queue.js";
import type { Embedder, EmbedderInput } from "../embedding/embedder.js";
import { openEmbedder } from "../embedding/index.js";
import { peakMemory } from "../peak-memory.js";
import { decodePhoto } from "../photos/decode-photo.js";
import { forEachLimited } from "../site/for-each-limited.js";
import { imageName } from "../site/image-options.js";
import { makeImages } from "../site/make-images.js";
import type { Measurement, MeasurementRequest } from "./measurement.js";

/** As a build gathers photos, also for models that take one at a time. */
const LEAST_BATCH = 8;

const SILENT = {
  info() {},
  warn() {},
  progress: () => ({ update() {}, finish() {} }),
};

/**
 * Measures one model in this process, which should do nothing else: its peak memory is the process's.
 * @throws AkinError if the model can't be opened, or none of the photos can be decoded
 */
export async function measureModel(request: MeasurementRequest): Promise<Measurement> {
  const { photos, ...options } = request;
  const effects = { ...SILENT, signal: new AbortController().signal };
  // One core a photo, as a build does it.
  sharp.concurrency(1);
  const opening = { ...options, offline: true };
  const alone = await using(await openEmbedder(opening, effects), async (embedder) => {
    const inputs = await prepareAll(embedder, photos);
    const prepared = inputs.filter((input) => input !== undefined);
    if (prepared.length === 0) throw new AkinError("NO_PHOTOS", "no photo could be decoded");
    const seconds = await secondsToEmbed(embedder, prepared);
    return {
      dimensions: embedder.model.dimensions,
      msPerPhoto: (1000 * seconds) / prepared.length,
      readable: photos.filter((_, index) => inputs[index] !== undefined),
    };
  });
  const { dimensions, msPerPhoto, readable } = alone;
  const besideDecoding = await openEmbedder({ ...opening, besideDecoding: true }, effects);
  const seconds = await using(besideDecoding, (embedder) => secondsFromFiles(embedder, readable));
  return {
    dimensions,
    msPerPhoto: rounded(msPerPhoto, 2),
    photosPerSecond: rounded(readable.length / seconds, 2),
    peakMemoryMb: Math.round(peakMemory() / 2 ** 20),
    failed: photos.length - readable.length,
  };
}

async function using<T>(embedder: Embedder, work: (embedder: Embedder) => Promise<T>): Promise<T> {
  try {
    return await work(embedder);
  } finally {
    await embedder.close();
  }
}

async function prepareAll(
  embedder: Embedder,
  photos: readonly string[],
): Promise<(EmbedderInput | undefined)[]> {
  const inputs: (EmbedderInput | undefined)[] = photos.map(() => undefined);
  await forEachLimited(photos, availableParallelism() + 1, async (photo, index) => {
    // What can't be decoded is counted by its absence.
    inputs[index] = await embedder.prepare(photo).catch(() => undefined);
  });
  return inputs;
}

/** The second of two rounds: in the first, onnxruntime plans its memory. */
async function secondsToEmbed(
  embedder: Embedder,
  inputs: readonly EmbedderInput[],
): Promise<number> {
  await embedder.embed(inputs.slice(0, embedder.batchSize));
  const started = performance.now();
  for (let start = 0; start < inputs.length; start += embedder.batchSize) {
    await embedder.embed(inputs.slice(start, start + embedder.batchSize));
  }
  return secondsSince(started);
}

/** As a build from nothing does it. */
async function secondsFromFiles(embedder: Embedder, photos: readonly string[]): Promise<number> {
  const size = Math.max(embedder.batchSize, LEAST_BATCH);
  const queue = new BatchQueue<EmbedderInput>(size, async (batch) => {
    await embedder.embed(batch);
  });
  const images = mkdtempSync(join(tmpdir(), "akin-benchmark-images-"));
  try {
    const started = performance.now();
    await forEachLimited(photos, availableParallelism() + 1, async (photo, index) => {
      const raster = await decodePhoto(photo);
      const { width, height } = raster;
      const name = imageName(String(index));
      const [input] = await Promise.all([
        embedder.prepare(raster),
        makeImages({ name, width, height }, raster, images),
      ]);
      await queue.add(input);
    });
    await queue.finish();
    return secondsSince(started);
  } finally {
    rmSync(images, { recursive: true, force: true });
  }
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
