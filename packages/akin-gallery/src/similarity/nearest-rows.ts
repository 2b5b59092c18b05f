import { AkinError } from "../akin-error.js";
import { distinctVectors, type EqualRows } from "./distinct-vectors.js";
import type { Neighbour, VectorSet } from "./neighbour-lists.js";
import { openTopScores, type TopScoresEngine } from "./top-scores.js";
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
  space: VectorSpace;
  /** Rows of the set, ascending. */
  queries: readonly number[];
  candidates: readonly number[];
  k: number;
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
  const candidates = distinctVectors(set, request.candidates);
  let pending =
    request.queries === request.candidates ? candidates : distinctVectors(set, request.queries);
  if (pending.length === 0) return;
  const database = gather(set, candidates);
  const engine = await openTopScores(set.dimensions);
  try {
    let size = request.k + 1 + MARGIN;
    while (pending.length > 0) {
      pending = await searchInBlocks(request, engine, pending, candidates, database, size);
      size *= WIDENING;
    }
  } finally {
    await engine.close();
  }
}

/** @returns the queries for which this size of shortlist was too small */
async function searchInBlocks(
  request: NearestRowsRequest,
  engine: TopScoresEngine,
  queries: EqualRows[],
  candidates: EqualRows[],
  database: Float32Array,
  wantedSize: number,
): Promise<EqualRows[]> {
  const { space, k, found, signal } = request;
  const size = Math.min(wantedSize, candidates.length);
  // A query holds its products in float32 while TopK writes scores, and indices in two widths.
  const blockRows = Math.max(1, Math.floor(BLOCK_BYTES / (4 * candidates.length + 16 * size)));
  const unfinished: EqualRows[] = [];
  for (let start = 0; start < queries.length; start += blockRows) {
    if (signal?.aborted) throw new AkinError("ABORTED", "Stopped.", { cause: signal.reason });
    const block = queries.slice(start, start + blockRows);
    const { scores, rows } = await engine.run(gather(space.set, block), database, size);
    for (const [i, query] of block.entries()) {
      const shortlist = rows.subarray(i * size, (i + 1) * size);
      const nearest = nearestOf(space, query[0] ?? 0, shortlist, candidates, k + 1);
      const lastScore = Number(scores[(i + 1) * size - 1]);
      const beyond = size < candidates.length ? 1 - lastScore - space.dotProductError : Infinity;
      if (Number(nearest[k]?.distance) < beyond || beyond === Infinity) {
        for (const row of query) found(row, withoutSelf(nearest, space.set.ids[row], k));
      } else unfinished.push(query);
    }
  }
  return unfinished;
}

/** The `count` nearest photos of a shortlist, the query among them. */
function nearestOf(
  space: VectorSpace,
  query: number,
  shortlist: Int32Array,
  candidates: EqualRows[],
  count: number,
): Neighbour[] {
  const nearest: Neighbour[] = [];
  for (const index of shortlist) {
    const rows = candidates[index] ?? [];
    const distance = space.distance(query, rows[0] ?? query);
    for (const row of rows.slice(0, count)) nearest.push({ id: space.set.ids[row] ?? 0, distance });
  }
  return nearest.sort(byDistance).slice(0, count);
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
