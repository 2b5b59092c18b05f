import { toInt8, toSigns } from "akin-gallery/site";
import { DIMENSIONS } from "./fitted-mixture.js";

const SHORTLIST = 100;
const TOP = 10;

/** Which part of the exact ten nearest is found, from 0 to 1. */
export interface Recall {
  /** Within a shortlist of 100 by the signs of the values. */
  signs: number;
  /** The same with the mean of all vectors subtracted first. */
  centredSigns: number;
  /** Among the ten nearest by the published int8 rows. */
  int8: number;
}

/**
 * Measures the published forms of vectors against exact float32 search.
 *
 * @param vectors row after row, each L2-normalised
 * @param queries rows to look from; a row is not its own neighbour
 */
export function measureRecall(vectors: Float32Array, queries: readonly number[]): Recall {
  const count = vectors.length / DIMENSIONS;
  const rows = Array.from({ length: count }, (_, row) => {
    return vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  });
  const mean = meanOf(rows);
  const signs = rows.map((row) => wordsOf(toSigns(row)));
  const centred = rows.map((row) =>
    wordsOf(toSigns(row.map((value, i) => value - (mean[i] ?? 0)))),
  );
  const int8 = rows.map(toInt8);
  const lengths = int8.map((row) => Math.sqrt(dot(row, row)));

  const recall: Recall = { signs: 0, centredSigns: 0, int8: 0 };
  for (const query of queries) {
    const [own, ownSigns, ownCentred, ownInt8] = [rows, signs, centred, int8].map((l) => l[query]);
    if (!(own && ownSigns && ownCentred && ownInt8)) continue;
    const truth = nearest(rows, query, TOP, (row) => -dot(own, row));
    const add = (found: readonly number[]) =>
      truth.filter((row) => found.includes(row)).length / TOP / queries.length;
    recall.signs += add(nearest(signs, query, SHORTLIST, (row) => hamming(ownSigns, row)));
    recall.centredSigns += add(nearest(centred, query, SHORTLIST, (r) => hamming(ownCentred, r)));
    recall.int8 += add(
      nearest(int8, query, TOP, (row, index) => -dot(ownInt8, row) / (lengths[index] || 1)),
    );
  }
  return recall;
}

/** The rows with the lowest distances, ties by lower row. */
function nearest<T>(
  rows: readonly T[],
  query: number,
  count: number,
  distanceOf: (row: T, index: number) => number,
): number[] {
  const distances = Float64Array.from(rows, distanceOf);
  distances[query] = Infinity;
  const limit = distances.toSorted()[count - 1] ?? Infinity;
  const found: number[] = [];
  for (const [row, distance] of distances.entries()) if (distance <= limit) found.push(row);
  found.sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b);
  return found.slice(0, count);
}

type Numbers = Float32Array | Int8Array | Uint32Array;

function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < DIMENSIONS; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function hamming(a: Numbers, b: Numbers): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += ones((a[i] ?? 0) ^ (b[i] ?? 0));
  return count;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function wordsOf(signs: Uint8Array): Uint32Array {
  return new Uint32Array(signs.slice().buffer);
}

function meanOf(rows: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(DIMENSIONS);
  for (const row of rows) {
    for (let i = 0; i < DIMENSIONS; i++) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / rows.length;
  }
  return mean;
}
