import { AkinError } from "../akin-error.js";
import { distinctVectors, type EqualRows } from "./distinct-vectors.js";
import type { Neighbour, VectorSet } from "./neighbour-lists.js";
import type { TopScores, TopScoresEngine } from "./top-scores.js";
import type { VectorSpace } from "./vector-space.js";

/** How a search reports and stops. */
export interface NeighbourOptions {
  /** @param done photos whose neighbours are known */
  onProgress?(done: number): void;
  /** Looked at between blocks, a few tenths of a second of work each. */
  signal?: AbortSignal;
}

/** One search: for each query row its k nearest among the candidate rows. */
export interface NearestRowsRequest {
  engine: TopScoresEngine;
  space: VectorSpace;
  /** Rows of the set, ascending. */
  queries: readonly number[];
  candidates: readonly number[];
  k: number;
  /** How near a candidate must be to matter to a row; by default all do. */
  limit?(row: number): number;
  /** @param neighbours ascending by distance, ties by lower id, without the query itself */
  found(row: number, neighbours: Neighbour[]): void;
  signal?: AbortSignal | undefined;
}

/** More candidates than asked for, so that rounding in float32 seldom decides who is on the shortlist. */
const MARGIN = 16;
const WIDENING = 8;
const BLOCK_BYTES = 96 * 2 ** 20;

/**
 * Exact nearest rows. A matrix product in float32 makes a shortlist; its distances are computed again in float64, always
 * in the same order, so that no blocking and no processor changes a bit of the result. Where a row beyond the shortlist
 * could still be nearer, by the error bound of float32, the shortlist is widened.
 * @throws AkinError ABORTED if the signal says so
 */
export async function nearestRows(request: NearestRowsRequest): Promise<void> {
  const { set } = request.space;
  const groups = distinctVectors(set, request.candidates);
  const database = { groups, vectors: gather(set, groups) };
  let pending =
    request.queries === request.candidates ? groups : distinctVectors(set, request.queries);
  for (let size = request.k + 1 + MARGIN; pending.length > 0; size *= WIDENING)
    pending = await searchInBlocks(request, database, pending, Math.min(size, groups.length));
}

interface Database {
  groups: EqualRows[];
  /** The vector of each group. */
  vectors: Float32Array;
}

/** @returns the queries for which this size of shortlist was too small */
async function searchInBlocks(
  request: NearestRowsRequest,
  database: Database,
  queries: EqualRows[],
  size: number,
): Promise<EqualRows[]> {
  const { engine, space, k, found, signal } = request;
  // A query holds its products in float32 while TopK writes scores, and indices in two widths.
  const bytesPerQuery = 4 * database.groups.length + 16 * size;
  const blockLength = Math.max(1, Math.floor(BLOCK_BYTES / bytesPerQuery));
  const unfinished: EqualRows[] = [];
  for (let start = 0; start < queries.length; start += blockLength) {
    if (signal?.aborted) throw new AkinError("ABORTED", "Stopped.", { cause: signal.reason });
    const block = queries.slice(start, start + blockLength);
    const { scores, rows } = await engine.run(gather(space.set, block), database.vectors, size);
    for (const [i, query] of block.entries()) {
      const part = [i * size, (i + 1) * size] as const;
      const shortlist = { scores: scores.subarray(...part), rows: rows.subarray(...part) };
      const { nearest, isComplete } = nearestOf(request, query, shortlist, database.groups);
      if (isComplete || size === database.groups.length) {
        for (const row of query) found(row, withoutSelf(nearest, space.set.ids[row], k));
      } else unfinished.push(query);
    }
  }
  return unfinished;
}

/**
 * The k + 1 nearest photos of a shortlist, which may include the query itself.
 * @returns isComplete if nothing beyond the shortlist can be as near
 */
function nearestOf(
  { space, k, limit }: NearestRowsRequest,
  query: EqualRows,
  { scores, rows }: TopScores,
  groups: EqualRows[],
): { nearest: Neighbour[]; isComplete: boolean } {
  const nearest: Neighbour[] = [];
  const count = k + 1;
  const limitOf = (row: number) => limit?.(row) ?? Infinity;
  let farthest = query.reduce((most, row) => Math.max(most, limitOf(row)), 0);
  let worst = 0;
  for (const [i, index] of rows.entries()) {
    if (atLeast(scores[i], space) > farthest) break;
    const equals = groups[index] ?? [];
    const distance = space.distance(query[0] ?? 0, equals[0] ?? 0);
    for (const row of equals.slice(0, count))
      nearest.push({ id: space.set.ids[row] ?? 0, distance });
    worst = Math.max(worst, distance);
    if (nearest.length >= count) farthest = Math.min(farthest, worst);
  }
  nearest.sort(byDistance).splice(count);
  farthest = Math.min(farthest, nearest[k]?.distance ?? Infinity);
  return { nearest, isComplete: atLeast(scores.at(-1), space) > farthest };
}

/** How near a candidate with this score can be at most; scores descend, so no later candidate is nearer either. */
function atLeast(score: number | undefined, space: VectorSpace): number {
  return 1 - Number(score) - space.dotProductError;
}

/** The order of every list of neighbours: ascending by distance, ties by lower id. */
export function byDistance(a: Neighbour, b: Neighbour): number {
  return a.distance - b.distance || a.id - b.id;
}

function withoutSelf(nearest: Neighbour[], self: number | undefined, k: number): Neighbour[] {
  return nearest.filter(({ id }) => id !== self).slice(0, k);
}

/** The groups' vectors, row after row: a view where they lie in a row already. */
function gather({ vectors, dimensions }: VectorSet, groups: EqualRows[]): Float32Array {
  const first = groups[0]?.[0] ?? 0;
  const last = groups.at(-1)?.[0] ?? -1;
  if (last - first + 1 === groups.length)
    return vectors.subarray(first * dimensions, (last + 1) * dimensions);
  const gathered = new Float32Array(groups.length * dimensions);
  for (const [i, [row = 0]] of groups.entries())
    gathered.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  return gathered;
}
