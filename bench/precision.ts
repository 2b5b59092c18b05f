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
  const units = vectors.map(unit);
  let queries = 0;
  let [first, five] = [0, 0];
  for (const [i, photo] of photos.entries()) {
    const query = units[i];
    if (!query || !asks(photo)) continue;
    const nearest = units
      .map((vector, j) => ({ score: dot(query, vector), label: photos[j]?.label, j }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
    queries++;
    five += nearest.filter(({ label }) => label === photo.label).length / 5;
    if (nearest[0]?.label === photo.label) first++;
  }
  return { at1: first / queries, at5: five / queries };
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
