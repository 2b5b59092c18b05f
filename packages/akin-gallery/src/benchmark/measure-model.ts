import { availableParallelism } from "node:os";
import sharp from "sharp";
import { AkinError } from "../akin-error.js";
import { BatchQueue } from "../embedding/batch-queue.js";
import type { Embedder, EmbedderInput } from "../embedding/embedder.js";
import { openEmbedder } from "../embedding/index.js";
import { decodePhoto } from "../photos/decode-photo.js";
import { forEachLimited } from "../site/for-each-limited.js";
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
  const embedder = await openEmbedder({ ...options, offline: true }, effects);
  try {
    const inputs = await prepareAll(embedder, photos);
    const readable = photos.filter((_, index) => inputs[index] !== undefined);
    const prepared = inputs.filter((input) => input !== undefined);
    if (readable.length === 0) throw new AkinError("NO_PHOTOS", "no photo could be decoded");
    const msPerPhoto = (await secondsToEmbed(embedder, prepared)) * (1000 / prepared.length);
    const photosPerSecond = readable.length / (await secondsFromFiles(embedder, readable));
    return {
      dimensions: embedder.model.dimensions,
      msPerPhoto: rounded(msPerPhoto, 2),
      photosPerSecond: rounded(photosPerSecond, 2),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      failed: photos.length - readable.length,
    };
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

async function secondsFromFiles(embedder: Embedder, photos: readonly string[]): Promise<number> {
  const size = Math.max(embedder.batchSize, LEAST_BATCH);
  const queue = new BatchQueue<EmbedderInput>(size, async (batch) => {
    await embedder.embed(batch);
  });
  const started = performance.now();
  await forEachLimited(photos, availableParallelism() + 1, async (photo) => {
    await queue.add(await embedder.prepare(await decodePhoto(photo)));
  });
  await queue.finish();
  return secondsSince(started);
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
