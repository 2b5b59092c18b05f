import type { VectorSet } from "../neighbour-lists.js";
import { vectorSpace } from "../vector-space.js";

const MOST_PAIRS = 100_000;

/** Pairs of photos: a pair's two rows of the set, and how far apart they are. */
export interface SampledPairs {
  rowsA: Uint32Array;
  rowsB: Uint32Array;
  /** Cosine distances. */
  distances: Float64Array;
}

/**
 * All pairs of a small gallery, about 100,000 of a large one. The photos stand in a ring by a hash of their ids, and each
 * is compared with those that follow: which pairs are taken depends on the ids alone, every photo is in equally many,
 * and photos that follow each other on the ring have nothing in common.
 */
export function samplePairs(set: VectorSet): SampledPairs {
  const count = set.ids.length;
  const ring = hashOrder(set.ids);
  const space = vectorSpace(set);
  const half = Math.floor(count / 2);
  const steps = Math.min(half, Math.max(1, Math.ceil(MOST_PAIRS / Math.max(1, count))));
  // Half way round, the ring of an even count would meet each pair twice.
  const meetsTwice = steps === half && count % 2 === 0;
  const pairs = steps * count - (meetsTwice ? half : 0);
  const rowsA = new Uint32Array(pairs);
  const rowsB = new Uint32Array(pairs);
  const distances = new Float64Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const start = pair % count;
    const step = Math.floor(pair / count) + 1;
    const rowA = ring[start] ?? 0;
    const rowB = ring[(start + step) % count] ?? 0;
    rowsA[pair] = rowA;
    rowsB[pair] = rowB;
    distances[pair] = space.distance(rowA, rowB);
  }
  return { rowsA, rowsB, distances };
}

/** Rows of the set in the order of a hash of their ids. */
export function hashOrder(ids: Float64Array): number[] {
  const hashes = Float64Array.from(ids, hash);
  return [...ids.keys()].sort(
    (a, b) => Number(hashes[a]) - Number(hashes[b]) || Number(ids[a]) - Number(ids[b]),
  );
}

/** The finaliser of MurmurHash3 (Appleby), over both halves of a 53-bit id. */
function hash(id: number): number {
  const high = mixed(Math.floor(id / 2 ** 32) ^ 0x9e3779b9);
  return mixed((id % 2 ** 32) ^ high) >>> 0;
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
