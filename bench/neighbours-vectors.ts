import type { VectorSet } from "akin-gallery/similarity";

/** A seeded source of numbers from 0 to below 1 (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An album like real ones: groups of photos around a subject, drawn from a mixture of Gaussians, 100 photos a group on
 * average; two photos of one group have a cosine of about 0.6, two of different groups about 0.
 */
export function mixtureOfPhotos(count: number, dimensions: number, seed = 1): VectorSet {
  const random = seededRandom(seed);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const groups = Math.ceil(count / 100);
  const centres = Float32Array.from({ length: groups * dimensions }, gaussian);
  const vectors = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const centre = Math.floor(random() * groups) * dimensions;
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    for (let i = 0; i < dimensions; i++) vector[i] = Number(centres[centre + i]) + 0.8 * gaussian();
    normalize(vector);
  }
  return { ids: Float64Array.from({ length: count }, (_, row) => row + 1), vectors, dimensions };
}

/** The same album, in which the first photos are one photo many times, each with this much noise. */
export function withCopies(set: VectorSet, copies: number, noise: number): VectorSet {
  const random = seededRandom(2);
  const { ids, dimensions } = set;
  const vectors = set.vectors.slice();
  for (let row = 1; row < copies; row++) {
    vectors.copyWithin(row * dimensions, 0, dimensions);
    if (noise === 0) continue;
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    for (let i = 0; i < dimensions; i++) vector[i] = Number(vector[i]) + noise * (random() - 0.5);
    normalize(vector);
  }
  return { ids, vectors, dimensions };
}

/** The first photos of an album. */
export function firstOf({ ids, vectors, dimensions }: VectorSet, count: number): VectorSet {
  return { ids: ids.slice(0, count), vectors: vectors.slice(0, count * dimensions), dimensions };
}

function normalize(vector: Float32Array): void {
  let squared = 0;
  for (const value of vector) squared += value * value;
  const norm = Math.sqrt(squared);
  for (const [i, value] of vector.entries()) vector[i] = value / norm;
}
