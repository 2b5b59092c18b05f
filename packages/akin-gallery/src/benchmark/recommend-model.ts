import { MODEL_REGISTRY, RECOMMENDED_MODEL } from "../embedding/index.js";

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
 * The finest CLIP model that embeds the album in ten minutes and in half of the memory; if there is none, the fastest.
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
  if (!fastest) {
    const reason = `no CLIP model was measured; "akin models pull ${RECOMMENDED_MODEL}" fetches one`;
    return { model: "builtin", dtype: null, reason };
  }
  // Stable: of two number formats of a model, the faster stays first.
  const [best] = bySpeed
    .filter((model) => minutes(model) <= MOST_MINUTES && model.peakMemoryMb <= memoryMb / 2)
    .toSorted((a, b) => quality(b) - quality(a));
  const { name, dtype, peakMemoryMb } = best ?? fastest;
  const time = inWords(minutes(best ?? fastest));
  const photos = `${photoCount} photo${photoCount === 1 ? "" : "s"}`;
  const reason = best
    ? `the finest of the models measured that embeds ${photos} within ${MOST_MINUTES} minutes (${time}), in ${peakMemoryMb} MB`
    : `the fastest CLIP model measured: ${photos} take ${time}, once; later builds embed only what is new`;
  return { model: name, dtype, reason };
}

function inWords(minutes: number): string {
  if (minutes < 1) return `${Math.max(1, Math.round(minutes * 60))} s`;
  return minutes < 120 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}
