import {
  MODEL_REGISTRY,
  PACKAGED_MODELS,
  RECOMMENDED_MODEL,
  SMALL_MODEL,
} from "../embedding/index.js";

/** What a recommendation is made from. */
export interface MeasuredModel {
  name: string;
  dtype: string | null;
  photosPerSecond: number;
  peakMemoryMb: number;
}

export interface Recommendation {
  model: string;
  dtype: string | null;
  /** One sentence. */
  reason: string;
}

/** Longer than this, and a first build is no longer something one waits for. */
const MOST_MINUTES = 10;

/** CLIP models from the least to the finest: the registry's order. Models that are not in it are of unknown quality. */
function quality({ name }: MeasuredModel): number {
  return MODEL_REGISTRY.findIndex((model) => model.name === name);
}

/**
 * The finest CLIP model that builds the album in ten minutes and in half of the memory; if there is none, the fastest.
 *
 * @param photoCount photos in the album
 * @param memoryMb of the computer
 */
export function recommendModel(
  measured: readonly MeasuredModel[],
  photoCount: number,
  memoryMb: number,
): Recommendation {
  const clip = measured.filter((model) => quality(model) >= 0);
  const minutes = (model: MeasuredModel) => photoCount / model.photosPerSecond / 60;
  const bySpeed = clip.toSorted((a, b) => b.photosPerSecond - a.photosPerSecond);
  const [fastest] = bySpeed;
  if (!fastest) return withoutClip(measured);
  // Stable: of two number formats of a model, the faster stays first.
  const fitting = bySpeed.filter((model) => model.peakMemoryMb <= memoryMb / 2);
  const [best] = fitting
    .filter((model) => minutes(model) <= MOST_MINUTES)
    .toSorted((a, b) => quality(b) - quality(a));
  const { name, dtype, peakMemoryMb } = best ?? fitting[0] ?? fastest;
  const time = inWords(minutes(best ?? fitting[0] ?? fastest));
  const photos = `${photoCount} photo${photoCount === 1 ? "" : "s"}`;
  const tooLarge = clip.length - fitting.length;
  const left =
    tooLarge > 0 && fitting.length > 0
      ? `; ${tooLarge === 1 ? "one" : tooLarge} needed more than half of the memory`
      : "";
  const reason = best
    ? `the finest of the models measured that builds ${photos} within ${MOST_MINUTES} minutes (${time}), in ${peakMemoryMb} MB${left}`
    : `the fastest CLIP model measured: ${photos} take ${time}, once; later builds embed only what is new${left}`;
  return { model: name, dtype, reason };
}

/** Of networks that Akin does not know nobody can say how good they are; but they know more than colours. */
function withoutClip(measured: readonly MeasuredModel[]): Recommendation {
  const pull = `"akin models pull ${RECOMMENDED_MODEL}" fetches one`;
  const [network] = measured
    .filter(({ name }) => !PACKAGED_MODELS.includes(name))
    .toSorted((a, b) => b.photosPerSecond - a.photosPerSecond);
  if (!network) {
    return { model: SMALL_MODEL, dtype: null, reason: `no CLIP model was measured; ${pull}` };
  }
  const reason = `the fastest network measured, though how good it is Akin can't know; no CLIP model was measured, ${pull}`;
  return { model: network.name, dtype: network.dtype, reason };
}

function inWords(minutes: number): string {
  if (minutes < 1) return `${Math.max(1, Math.round(minutes * 60))} s`;
  return minutes < 120 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}
