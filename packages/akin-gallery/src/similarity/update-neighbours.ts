import { checkCount, findNeighbours } from "./find-neighbours.js";
import { byDistance, type NeighbourOptions, nearestRows } from "./nearest-rows.js";
import type { Neighbour, NeighbourLists, VectorSet } from "./neighbour-lists.js";
import { withTopScores } from "./top-scores.js";
import { vectorSpace } from "./vector-space.js";

/** Neighbours after a change of the album. */
export interface NeighbourUpdate {
  /** All photos' lists, in the order of the ids. */
  lists: NeighbourLists;
  /** Ids whose list is new or differs from the previous one. */
  touched: Set<number>;
}

/**
 * What `findNeighbours` gives, to the bit, from the lists of before: 10 photos added to 10,000 x 512 take about 0.1 s.
 * @param set the album as it is now
 * @param previous the lists of `findNeighbours` or `updateNeighbours` before the change, distances unrounded
 * @param changed ids whose vectors are new or differ; ids without a previous list count as changed anyway
 * @throws as `findNeighbours`
 */
export async function updateNeighbours(
  set: VectorSet,
  previous: NeighbourLists,
  changed: ReadonlySet<number>,
  k: number,
  options: NeighbourOptions = {},
): Promise<NeighbourUpdate> {
  checkCount(k);
  const rows = sortOut(set, previous, changed, k);
  const isMost = rows.stale.length * 2 > set.ids.length;
  const lists = isMost
    ? await findNeighbours(set, k, options)
    : await merge(set, previous, rows, k, options);
  const touched = new Set<number>();
  for (const [id, list] of lists) if (!isSame(list, previous.get(id))) touched.add(id);
  return { lists, touched };
}

/** Rows by what a change does to them. */
interface SortedRows {
  all: number[];
  /** Rows whose vector is new or differs. */
  changed: number[];
  /** Rows that must be searched again: the changed ones, and those that lost a neighbour. */
  stale: number[];
  /** All others: to these a change can only add neighbours. */
  kept: number[];
}

function sortOut(
  set: VectorSet,
  previous: NeighbourLists,
  changed: ReadonlySet<number>,
  k: number,
): SortedRows {
  const rows: SortedRows = { all: [...set.ids.keys()], changed: [], stale: [], kept: [] };
  const isChanged = (id: number) => changed.has(id) || !previous.has(id);
  const steady = new Set(set.ids.filter((id) => !isChanged(id)));
  const completeLength = Math.min(k, previous.size - 1);
  for (const [row, id] of set.ids.entries()) {
    const list = previous.get(id) ?? [];
    const isKept = list.length >= completeLength && list.every((other) => steady.has(other.id));
    if (!steady.has(id)) rows.changed.push(row);
    (steady.has(id) && isKept ? rows.kept : rows.stale).push(row);
  }
  return rows;
}

async function merge(
  set: VectorSet,
  previous: NeighbourLists,
  rows: SortedRows,
  k: number,
  { onProgress, signal }: NeighbourOptions,
): Promise<NeighbourLists> {
  const lists: NeighbourLists = new Map();
  for (const id of set.ids) lists.set(id, (previous.get(id) ?? []).slice(0, k));
  if (rows.stale.length === 0) return lists;
  let done = 0;
  const put = (row: number, list: Neighbour[]) => {
    lists.set(set.ids[row] ?? 0, list);
    onProgress?.(++done);
  };
  const listOf = (row: number) => lists.get(set.ids[row] ?? 0) ?? [];
  const add = (row: number, added: Neighbour[]) => {
    const known = listOf(row);
    put(row, added.length === 0 ? known : [...known, ...added].sort(byDistance).slice(0, k));
  };
  // A changed photo matters to a list only if it is no farther than the last one there.
  const limit = (row: number) => listOf(row)[k - 1]?.distance ?? Infinity;
  const { stale, kept, changed, all } = rows;
  const space = vectorSpace(set);
  await withTopScores(set.dimensions, async (engine) => {
    const common = { engine, space, k, signal };
    await nearestRows({ ...common, queries: stale, candidates: all, found: put });
    if (changed.length === 0) return;
    await nearestRows({ ...common, queries: kept, candidates: changed, limit, found: add });
  });
  return lists;
}

function isSame(list: Neighbour[], previous: Neighbour[] | undefined): boolean {
  if (list.length !== previous?.length) return false;
  return list.every(({ id, distance }, i) => {
    const before = previous[i];
    return before?.id === id && before.distance === distance;
  });
}
