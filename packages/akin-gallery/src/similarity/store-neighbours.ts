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
    const kept = [...computedFor.keys()].filter((id) => !changed.has(id));
    const previous = readLists(database, kept);
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

function readLists(database: DatabaseSyncInstance, ids: Iterable<number>): NeighbourLists {
  const lists: NeighbourLists = new Map();
  const statement = database.prepare(
    "SELECT neighbour_id, distance FROM neighbours WHERE image_id = ? ORDER BY rank",
  );
  // As arrays, and a photo's at a time: half the time of an object for each of 24 rows a photo.
  statement.setReturnArrays(true);
  for (const id of ids) {
    const rows: [id: number, distance: number][] = statement.all(id);
    if (rows.length > 0)
      lists.set(
        id,
        rows.map(([id, distance]): Neighbour => ({ id, distance })),
      );
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
