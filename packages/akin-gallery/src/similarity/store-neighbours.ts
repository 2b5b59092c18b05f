import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, markUnfinished, setBuildInfo } from "../database/build-info.js";
import { iterateRows, transaction } from "../database/sqlite.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import { findNeighbours } from "./find-neighbours.js";
import type { Neighbour, NeighbourLists } from "./neighbour-lists.js";
import { updateNeighbours } from "./update-neighbours.js";

/** How many neighbours are stored of each photo. */
export const NEIGHBOURS = 24;

/**
 * Brings the table `neighbours` in line with the vectors: only what new, changed and removed photos touch, unless
 * the model has changed. All of it becomes visible at once.
 */
export async function storeNeighbours(
  database: DatabaseSyncInstance,
  store: VectorStore,
  effects: Effects,
): Promise<void> {
  const { fingerprint } = store.model;
  const current = new Map([...store.records()].map(([id, record]) => [id, record.contentHash]));
  const computedFor = contentsOfLists(database);
  const isFull =
    buildInfo(database, "neighbours_model") !== fingerprint ||
    buildInfo(database, "neighbours_count") !== String(NEIGHBOURS);
  const changed = new Set(
    [...current].filter(([id, hash]) => isFull || computedFor.get(id) !== hash).map(([id]) => id),
  );
  if (!isFull && changed.size === 0 && !hasGoneNeighbours(database)) return;

  markUnfinished(database);
  const set = store.readAll();
  const progress = effects.progress("Finding neighbours", set.ids.length);
  const options = { onProgress: progress.update, signal: effects.signal };
  let lists: NeighbourLists;
  let touched: Iterable<number>;
  if (isFull) {
    lists = await findNeighbours(set, NEIGHBOURS, options);
    touched = lists.keys();
  } else {
    const previous = readLists(database, changed);
    ({ lists, touched } = await updateNeighbours(set, previous, changed, NEIGHBOURS, options));
  }
  progress.finish();
  transaction(database, () => {
    if (isFull) database.exec("DELETE FROM neighbours");
    writeLists(database, lists, touched);
    const setHash = database.prepare("UPDATE images SET neighbours_of = ? WHERE id = ?");
    for (const id of changed) setHash.run(current.get(id) ?? null, id);
    setBuildInfo(database, { neighbours_model: fingerprint, neighbours_count: String(NEIGHBOURS) });
  });
}

/** Of which content each photo's neighbours were computed. */
function contentsOfLists(database: DatabaseSyncInstance): Map<number, string> {
  const sql = "SELECT id, neighbours_of FROM images WHERE neighbours_of IS NOT NULL";
  const contents = new Map<number, string>();
  for (const row of iterateRows(database, sql))
    contents.set(Number(row.id), String(row.neighbours_of));
  return contents;
}

function hasGoneNeighbours(database: DatabaseSyncInstance): boolean {
  return (
    database
      .prepare("SELECT 1 FROM neighbours WHERE neighbour_id NOT IN (SELECT id FROM images) LIMIT 1")
      .get() !== undefined
  );
}

function readLists(database: DatabaseSyncInstance, without: ReadonlySet<number>): NeighbourLists {
  const lists: NeighbourLists = new Map();
  const sql = "SELECT image_id, neighbour_id, distance FROM neighbours ORDER BY image_id, rank";
  for (const row of iterateRows(database, sql)) {
    const id = Number(row.image_id);
    if (without.has(id)) continue;
    const neighbour: Neighbour = { id: Number(row.neighbour_id), distance: Number(row.distance) };
    const list = lists.get(id);
    if (list) list.push(neighbour);
    else lists.set(id, [neighbour]);
  }
  return lists;
}

function writeLists(
  database: DatabaseSyncInstance,
  lists: NeighbourLists,
  touched: Iterable<number>,
): void {
  const clear = database.prepare("DELETE FROM neighbours WHERE image_id = ?");
  const add = database.prepare("INSERT INTO neighbours VALUES (?, ?, ?, ?)");
  for (const id of touched) {
    clear.run(id);
    for (const [index, neighbour] of (lists.get(id) ?? []).entries()) {
      add.run(id, index + 1, neighbour.id, neighbour.distance);
    }
  }
}
