import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { BatchQueue } from "../embedding/batch-queue.js";
import type { Embedder, EmbedderInput } from "../embedding/embedder.js";
import { openEmbedder } from "../embedding/index.js";
import { peakMemory } from "../peak-memory.js";
import { PhotoError } from "../photos/photo-error.js";
import { forEachLimited } from "../site/for-each-limited.js";
import { imageName } from "../site/image-options.js";
import { PhotoWorkers } from "../workers/photo-workers.js";
import type { Measurement, MeasurementRequest } from "./measurement.js";

/** As a build gathers photos, also for models that take one at a time. */
const LEAST_BATCH = 8;

/** As large as any: all web sizes are made. */
const SIZE = { width: 4000, height: 3000 };

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
  const workers = new PhotoWorkers();
  try {
    return await measureWith(workers, photos, options, effects);
  } finally {
    workers.close();
  }
}

async function measureWith(
  workers: PhotoWorkers,
  photos: readonly string[],
  options: Omit<MeasurementRequest, "photos">,
  effects: Effects,
): Promise<Measurement> {
  const opening = { ...options, offline: true };
  const alone = await using(await openEmbedder(opening, effects), async (embedder) => {
    const inputs = await prepareAll(embedder, photos, workers);
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
  const seconds = await using(besideDecoding, (embedder) =>
    secondsFromFiles(embedder, readable, workers),
  );
  return {
    dimensions,
    msPerPhoto: rounded(msPerPhoto, 2),
    photosPerSecond: rounded(readable.length / seconds, 2),
    peakMemoryMb: Math.round(Math.max(peakMemory(), workers.peakMemory) / 2 ** 20),
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
  workers: PhotoWorkers,
): Promise<(EmbedderInput | undefined)[]> {
  const inputs: (EmbedderInput | undefined)[] = photos.map(() => undefined);
  await forEachLimited(photos, availableParallelism() + 1, async (photo, index) => {
    const wanted = { file: photo, images: null, describe: false, input: embedder.preparation };
    try {
      inputs[index] = (await workers.make(wanted)).input ?? undefined;
    } catch (error) {
      // What can't be decoded is counted by its absence.
      if (!(error instanceof PhotoError)) throw error;
    }
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
async function secondsFromFiles(
  embedder: Embedder,
  photos: readonly string[],
  workers: PhotoWorkers,
): Promise<number> {
  const size = Math.max(embedder.batchSize, LEAST_BATCH);
  const queue = new BatchQueue<EmbedderInput>(size, async (batch) => {
    await embedder.embed(batch);
  });
  const cache = mkdtempSync(join(tmpdir(), "akin-benchmark-images-"));
  try {
    const started = performance.now();
    await forEachLimited(photos, availableParallelism() + 1, async (photo, index) => {
      const images = {
        photo: { name: imageName(String(index)), ...SIZE },
        cache,
        made: new Set<string>(),
      };
      const wanted = { file: photo, images, describe: true, input: embedder.preparation };
      const { input } = await workers.make(wanted);
      if (input) await queue.add(input);
    });
    await queue.finish();
    return secondsSince(started);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
