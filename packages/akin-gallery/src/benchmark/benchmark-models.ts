import { existsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { listModels } from "../embedding/list-models.js";
import { locateModel } from "../embedding/locate-model.js";
import { PACKAGED_MODELS } from "../embedding/model-registry.js";
import { galleryPaths } from "../gallery-paths.js";
import type { AkinOptions } from "../options.js";
import { outputFolders } from "../prepare-output.js";
import { measureInProcess } from "./measure-in-process.js";
import type { Measurement } from "./measurement.js";
import { type Recommendation, recommendModel } from "./recommend-model.js";
import { generatePhotos, samplePhotos } from "./sample-photos.js";

/** One model's row of the benchmark. */
export interface BenchmarkedModel extends Measurement {
  name: string;
  dtype: string | null;
  secondsPer1000: number;
  /** For the whole folder; null if the photos were generated. */
  secondsForAll: number | null;
  /** A vector's size in vectors.db (float32) and in the published gallery (int8). */
  bytesPerPhoto: { vectors: number; published: number };
}

/** The object that `akin models --benchmark --json` prints. */
export interface ModelsBenchmark {
  machine: { cores: number; memoryMb: number };
  /** `folder` is null for generated photos. */
  photos: { folder: string | null; count: number | null; sampled: number };
  models: BenchmarkedModel[];
  /** Models that are at hand but could not be measured. */
  failures: { name: string; dtype: string | null; message: string }[];
  recommended: Recommendation;
}

export interface BenchmarkOptions {
  /** The folder of the user's photos; photos are generated without it. */
  folder: string | undefined;
  /** How many photos to measure with. */
  sample: number;
}

/** An album's size where none is given. */
const USUAL_ALBUM = 1000;

/** Measures every model that is at hand, on this computer, with the user's photos; nothing is downloaded. */
export async function benchmarkModels(
  { folder, sample }: BenchmarkOptions,
  options: AkinOptions,
  effects: Effects,
): Promise<ModelsBenchmark> {
  const candidates = await modelsAtHand(options.model);
  const gallery = galleryPaths(options.out);
  const leaveOut = existsSync(gallery.root) ? outputFolders(gallery) : [];
  const photos =
    folder === undefined
      ? await generatePhotos(sample)
      : await samplePhotos(folder, sample, { exclude: options.exclude, leaveOut });
  const memoryMb = Math.round(totalmem() / 2 ** 20);
  try {
    const { models, failures } = await measureAll(candidates, photos, options, effects);
    failures.push(...notAtHand(options.model, candidates));
    if (models.length === 0) {
      const reasons = failures.map(({ name, message }) => `${name}: ${message}`).join("; ");
      throw new AkinError("FAILED", `no model could be measured: ${reasons}`);
    }
    return {
      machine: { cores: availableParallelism(), memoryMb },
      photos: { folder: folder ?? null, count: photos.count, sampled: photos.files.length },
      models,
      failures,
      recommended: recommendModel(models, photos.count ?? USUAL_ALBUM, memoryMb),
    };
  } finally {
    photos.remove();
  }
}

interface Candidate {
  /** What the table calls it. */
  name: string;
  /** What `--model` would be. */
  model: string;
  dtype: string | null;
}

/** What the cache and the package have, and the model that is named, if it is a folder. */
async function modelsAtHand(named: string): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const { name, cached } of await listModels()) {
    if (PACKAGED_MODELS.includes(name)) candidates.push({ name, model: name, dtype: null });
    for (const dtype of cached) candidates.push({ name, model: name, dtype });
  }
  const located = locateModel(named);
  if (located.kind === "folder") {
    candidates.push({ name: located.name, model: located.folder, dtype: null });
  }
  return candidates;
}

/** A named model that is neither a folder nor in the cache. */
function notAtHand(named: string, candidates: readonly Candidate[]): ModelsBenchmark["failures"] {
  const located = locateModel(named);
  if (named === "auto" || candidates.some(({ name }) => name === located.name)) return [];
  const message = `it is not in the cache; akin models pull ${named} fetches it`;
  return [{ name: located.name, dtype: null, message }];
}

async function measureAll(
  candidates: readonly Candidate[],
  photos: { files: string[]; count: number | null },
  { device, batchSize, enhance, smartCrop, dtype: wanted }: AkinOptions,
  effects: Effects,
): Promise<Pick<ModelsBenchmark, "models" | "failures">> {
  const models: BenchmarkedModel[] = [];
  const failures: ModelsBenchmark["failures"] = [];
  const progress = effects.progress("Measuring models", candidates.length);
  for (const [index, { name, model, dtype }] of candidates.entries()) {
    const used = dtype ?? (PACKAGED_MODELS.includes(model) ? undefined : wanted);
    const request = {
      model,
      ...(used !== undefined && { dtype: used }),
      ...(device !== undefined && { device }),
      ...(batchSize !== undefined && { batchSize }),
      enhance,
      smartCrop,
      photos: photos.files,
    };
    const reply = await measureInProcess(request, effects.signal);
    if (reply.type === "failed") failures.push({ name, dtype, message: reply.message });
    else models.push(row(name, used ?? null, reply.measurement, photos.count));
    progress.update(index + 1);
  }
  progress.finish();
  return { models, failures };
}

function row(
  name: string,
  dtype: string | null,
  measurement: Measurement,
  count: number | null,
): BenchmarkedModel {
  const { dimensions, photosPerSecond } = measurement;
  const seconds = (photos: number) => Number((photos / photosPerSecond).toFixed(1));
  return {
    name,
    dtype,
    ...measurement,
    secondsPer1000: seconds(1000),
    secondsForAll: count === null ? null : seconds(count),
    bytesPerPhoto: { vectors: 4 * dimensions, published: dimensions },
  };
}
