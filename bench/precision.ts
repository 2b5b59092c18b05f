import type { LabelledPhoto } from "./labelled-photos.js";

/** Fractions of a photo's nearest others, by cosine, that are of its class; means over the photos asked about. */
export interface Precision {
  at1: number;
  at5: number;
}

/**
 * Leave-one-out precision: every photo is compared with all others.
 *
 * @param vectors for each photo Float32Array of length D, of any length but zero
 * @param asks which photos are asked about; default all
 */
export function precision(
  photos: readonly LabelledPhoto[],
  vectors: readonly Float32Array[],
  asks: (photo: LabelledPhoto) => boolean = () => true,
): Precision {
  const queries = hitsOfEach(photos, vectors, asks);
  const mean = (of: (hits: boolean[]) => number) =>
    queries.reduce((sum, hits) => sum + of(hits), 0) / queries.length;
  return { at1: mean(([first]) => (first ? 1 : 0)), at5: mean(partOf) };
}

/** Precision at 5 of each photo. */
export function precisionOfEach(
  photos: readonly LabelledPhoto[],
  vectors: readonly Float32Array[],
): number[] {
  return hitsOfEach(photos, vectors, () => true).map(partOf);
}

function partOf(hits: readonly boolean[]): number {
  return hits.filter(Boolean).length / 5;
}

/** For each photo asked about, whether each of its five nearest is of its class, nearest first. */
function hitsOfEach(
  photos: readonly LabelledPhoto[],
  vectors: readonly Float32Array[],
  asks: (photo: LabelledPhoto) => boolean,
): boolean[][] {
  const units = vectors.map(unit);
  return photos.flatMap((photo, i) => {
    const query = units[i];
    if (!query || !asks(photo)) return [];
    const nearest = units
      .map((vector, j) => ({ score: dot(query, vector), label: photos[j]?.label, j }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
    return [nearest.map(({ label }) => label === photo.label)];
  });
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
