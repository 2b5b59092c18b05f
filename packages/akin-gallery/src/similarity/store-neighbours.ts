import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, markUnfinished, setBuildInfo } from "../database/build-info.js";
import { iterateRows, transaction } from "../database/sqlite.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import { findNeighbours } from "./find-neighbours.js";
import { lookSet } from "./look/look-set.js";
import type { Neighbour, NeighbourLists, VectorSet } from "./neighbour-lists.js";
import { updateNeighbours } from "./update-neighbours.js";

/** How many neighbours are stored of each photo. */
export const NEIGHBOURS = 24;

/** How many by look: enough that five remain when bursts count once. */
export const LOOK_NEIGHBOURS = 12;

/** Stored lists of neighbours. */
interface ListTable {
  table: "neighbours" | "look_neighbours";
  /** Of `images`: of which content a photo's list was computed. */
  contentColumn: "neighbours_of" | "look_neighbours_of";
  modelKey: "neighbours_model" | "look_neighbours_model";
  countKey: "neighbours_count" | "look_neighbours_count";
  count: number;
  /** For people. */
  stage: string;
}

const BY_MODEL: ListTable = {
  table: "neighbours",
  contentColumn: "neighbours_of",
  modelKey: "neighbours_model",
  countKey: "neighbours_count",
  count: NEIGHBOURS,
  stage: "Finding neighbours",
};

const BY_LOOK: ListTable = {
  table: "look_neighbours",
  contentColumn: "look_neighbours_of",
  modelKey: "look_neighbours_model",
  countKey: "look_neighbours_count",
  count: LOOK_NEIGHBOURS,
  stage: "Finding photos that look alike",
};

/** What lists are computed from. */
interface ListSource {
  fingerprint: string;
  /** The content that each photo's vector is of. */
  contents: ReadonlyMap<number, string>;
  readAll(): VectorSet;
}

/**
 * Brings the table `neighbours` in line with the vectors: only what new, changed and removed photos touch, unless
 * the model has changed. All of it becomes visible at once.
 */
export function storeNeighbours(
  database: DatabaseSyncInstance,
  store: VectorStore,
  effects: Effects,
): Promise<void> {
  const contents = new Map([...store.records()].map(([id, record]) => [id, record.contentHash]));
  const { fingerprint } = store.model;
  const source = { fingerprint, contents, readAll: () => store.readAll() };
  return storeLists(database, BY_MODEL, source, effects);
}

/** The same of `look_neighbours`; empty where the model is `builtin`, which sees looks only. */
export function storeLookNeighbours(
  database: DatabaseSyncInstance,
  store: VectorStore,
  effects: Effects,
): Promise<void> {
  const isNeeded = store.model.name !== "builtin";
  const source = {
    fingerprint: isNeeded ? (store.config("look_fingerprint") ?? "") : "none",
    contents: isNeeded ? store.looks.contents() : new Map(),
    readAll: () => lookSet(store),
  };
  return storeLists(database, BY_LOOK, source, effects);
}

async function storeLists(
  database: DatabaseSyncInstance,
  table: ListTable,
  { fingerprint, contents, readAll }: ListSource,
  effects: Effects,
): Promise<void> {
  const { modelKey, countKey, count, contentColumn } = table;
  const computedFor = contentsOfLists(database, table);
  const isFull =
    buildInfo(database, modelKey) !== fingerprint ||
    buildInfo(database, countKey) !== String(count);
  const changed = new Set(
    [...contents].filter(([id, hash]) => isFull || computedFor.get(id) !== hash).map(([id]) => id),
  );
  if (!isFull && changed.size === 0 && !hasGoneNeighbours(database, table)) return;

  markUnfinished(database);
  const set = contents.size > 0 ? readAll() : NOTHING;
  const progress = effects.progress(table.stage, set.ids.length);
  const options = { onProgress: progress.update, signal: effects.signal };
  let lists: NeighbourLists;
  let touched: Iterable<number>;
  if (isFull) {
    lists = await findNeighbours(set, count, options);
    touched = lists.keys();
  } else {
    const kept = [...computedFor.keys()].filter((id) => !changed.has(id));
    const previous = readLists(database, table, kept);
    ({ lists, touched } = await updateNeighbours(set, previous, changed, count, options));
  }
  progress.finish();
  transaction(database, () => {
    if (isFull) {
      database.exec(`DELETE FROM ${table.table}; UPDATE images SET ${contentColumn} = NULL`);
    }
    writeLists(database, table, lists, touched);
    const setHash = database.prepare(`UPDATE images SET ${contentColumn} = ? WHERE id = ?`);
    for (const id of changed) setHash.run(contents.get(id) ?? null, id);
    setBuildInfo(database, { [modelKey]: fingerprint, [countKey]: String(count) });
  });
}

const NOTHING: VectorSet = {
  ids: new Float64Array(),
  vectors: new Float32Array(),
  dimensions: 1,
};

/** Of which content each photo's neighbours were computed. */
function contentsOfLists(
  database: DatabaseSyncInstance,
  { contentColumn }: ListTable,
): Map<number, string> {
  const sql = `SELECT id, ${contentColumn} AS content FROM images WHERE ${contentColumn} IS NOT NULL`;
  const contents = new Map<number, string>();
  for (const row of iterateRows(database, sql)) contents.set(Number(row.id), String(row.content));
  return contents;
}

function hasGoneNeighbours(database: DatabaseSyncInstance, { table }: ListTable): boolean {
  return (
    database
      .prepare(`SELECT 1 FROM ${table} WHERE neighbour_id NOT IN (SELECT id FROM images) LIMIT 1`)
      .get() !== undefined
  );
}

function readLists(
  database: DatabaseSyncInstance,
  { table }: ListTable,
  ids: Iterable<number>,
): NeighbourLists {
  const lists: NeighbourLists = new Map();
  const statement = database.prepare(
    `SELECT neighbour_id, distance FROM ${table} WHERE image_id = ? ORDER BY rank`,
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
  { table }: ListTable,
  lists: NeighbourLists,
  touched: Iterable<number>,
): void {
  const clear = database.prepare(`DELETE FROM ${table} WHERE image_id = ?`);
  const add = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?)`);
  for (const id of touched) {
    clear.run(id);
    for (const [index, neighbour] of (lists.get(id) ?? []).entries()) {
      add.run(id, index + 1, neighbour.id, neighbour.distance);
    }
  }
}
