import {
  findRegisteredModel,
  MODEL_REGISTRY,
  RECOMMENDED_MODEL,
  SMALL_MODEL,
} from "./embedding/index.js";
import type { StageTime } from "./stopwatch.js";

/** How a model was used. */
export interface EmbeddingUse {
  /** Number format; null for a model without weights. */
  dtype: string | null;
  device: string;
}

/** What one build did and took, as far as it tells how the next could be faster or better. */
export interface BuildFigures extends EmbeddingUse {
  model: string;
  /** Photos that went through the model in this run. */
  processed: number;
  batchSize: number;
  /** The stage that decodes, resizes and embeds. */
  photosStage: StageTime | undefined;
  /** Mean size of a photo's file in bytes. */
  meanBytes: number;
  peakMemoryMb: number;
  found: number;
  failures: readonly { message: string }[];
}

/** The computer's. */
export interface Machine {
  cores: number;
  memoryMb: number;
}

/** Fewer photos say nothing about how fast a build is. */
const ENOUGH_PHOTOS = 50;

/** A photo takes longer only with a model that is too large for the computer. */
const SLOW_SECONDS = 1;

/** Cores idle for more than this are worth a word. */
const IDLE_SHARE = 0.5;

/** @returns what would make the next build better or faster, one line each; empty if nothing would */
export function recommend(run: BuildFigures, machine: Machine): string[] {
  return [
    betterModel(run),
    whyPhotosFailed(run),
    fasterModel(run),
    idleCores(run, machine),
    lessMemory(run, machine),
  ].filter((line) => line !== undefined);
}

function betterModel({ model }: BuildFigures): string | undefined {
  if (model === SMALL_MODEL)
    return `${SMALL_MODEL} knows roughly what is in a picture; CLIP knows it better, and words: build with --model ${RECOMMENDED_MODEL}.`;
  if (model !== "builtin") return undefined;
  return "The built-in descriptor compares colour and texture; for what is in the picture, build with --model clip-vit-b-32.";
}

function whyPhotosFailed({ found, failures }: BuildFigures): string | undefined {
  if (failures.length * 10 <= found) return undefined;
  const counts = new Map<string, number>();
  for (const { message } of failures) counts.set(message, (counts.get(message) ?? 0) + 1);
  const [[reason, count] = ["", 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  const percent = Math.round((100 * failures.length) / found);
  return `${percent} % of the photos could not be used, ${count} of ${failures.length} because: ${reason}. akin check lists all.`;
}

function fasterModel({ model, dtype, processed, photosStage }: BuildFigures): string | undefined {
  const registered = findRegisteredModel(model);
  if (!registered || !photosStage || processed < ENOUGH_PHOTOS) return undefined;
  const seconds = photosStage.seconds / processed;
  if (seconds <= SLOW_SECONDS) return undefined;
  const [fastest] = MODEL_REGISTRY.toSorted((a, b) => a.relativeCost - b.relativeCost);
  const faster =
    dtype !== registered.dtype
      ? `--dtype ${registered.dtype} is the fastest on most computers`
      : fastest && fastest !== registered
        ? `--model ${fastest.name} takes about ${((100 * fastest.relativeCost) / registered.relativeCost).toFixed(0)} % of the time`
        : undefined;
  return (
    faster && `A photo took ${seconds.toFixed(1)} s: ${faster}; akin models --benchmark measures.`
  );
}

function idleCores(run: BuildFigures, { cores }: Machine): string | undefined {
  const { photosStage, processed, meanBytes, device } = run;
  // Another device computes while the cores wait.
  if (device !== "auto" && device !== "cpu") return undefined;
  if (!photosStage || processed < ENOUGH_PHOTOS || photosStage.seconds < 10) return undefined;
  if (photosStage.idleCores <= cores * IDLE_SHARE) return undefined;
  const rate = ((meanBytes * processed) / photosStage.seconds / 1e6).toFixed(1);
  return `${photosStage.idleCores.toFixed(1)} of ${cores} cores were idle: photos came at ${rate} MB/s, so that the disk or network they are on is what a build waits for.`;
}

function lessMemory(run: BuildFigures, { memoryMb }: Machine): string | undefined {
  const { peakMemoryMb, batchSize } = run;
  if (peakMemoryMb * 2 <= memoryMb) return undefined;
  const less =
    batchSize > 1
      ? `--batch-size ${Math.ceil(batchSize / 2)} needs less`
      : "a smaller model needs less";
  return `The build took ${peakMemoryMb} of ${memoryMb} MB of memory: ${less}.`;
}
