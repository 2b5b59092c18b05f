/// <reference lib="webworker" />
import type { VectorArray } from "akin-browser/vec0";
import { median } from "../median.js";
import { randomInt8, randomQuery } from "./random-vectors.js";
import type { PeerDatabase, SqliteModule } from "./sqlite-module.js";

/** Milliseconds, the medians of all rounds. */
export interface SizeResult {
  rows: number;
  /** Through SQL: a table that the page gave. */
  sql: number;
  /** Through SQL: the int8 table that sqlite-vec wrote. */
  shadowTables: number | null;
  /** `VectorArray.nearest`, with no SQL. */
  kernel: number;
  peerFloat32: number | null;
  peerInt8: number | null;
  /** How many of all rounds' six rows our two tables have as the peer's int8 table does. */
  sameRows: number | null;
}

export interface SearchRequest {
  rows: number;
  rounds: number;
  withPeer: boolean;
}

const DIMENSIONS = 512;
const K = 6;
/** Searches in a row for one time: the browser's clock counts tenths of milliseconds. */
const IN_A_ROW = 10;
const SQLITE = "/node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs";
const PEER = "/node_modules/sqlite-vec-wasm-demo/sqlite3.mjs";
const VEC0 = "/packages/akin-browser/dist/vec0/index.js";

type Search = (query: Float32Array, queryInt8: Int8Array) => number[];
type Answer = { search: Search; times: number[]; found: number[][] };

addEventListener("message", async ({ data }: MessageEvent<SearchRequest | "round trip">) => {
  postMessage(
    data === "round trip"
      ? { rowids: [1, 2, 3, 4, 5, 6], distances: [0, 0, 0, 0, 0, 0] }
      : await measure(data),
  );
});

async function measure({ rows, rounds, withPeer }: SearchRequest): Promise<SizeResult> {
  const { registerVec0, VectorArray }: typeof import("akin-browser/vec0") = await import(VEC0);
  const sqlite3 = await ((await import(SQLITE)) as SqliteModule).default();
  const vectors = VectorArray.create("int8", DIMENSIONS, rows);
  for (let row = 0; row < rows; row += 1000) vectors.set(row, randomInt8(row, 1000, DIMENSIONS));
  const db = new sqlite3.oo1.DB(":memory:");
  registerVec0(sqlite3 as never, db as never, {
    tables: [{ name: "given", column: "embedding", metric: "cosine", vectors }],
  });
  const given = statement(db, "given", "?");
  const ways: Record<string, Answer> = {
    sql: way((query) => given(query)),
    kernel: way((query) => bare(vectors, query)),
  };
  if (withPeer) {
    const peer = await ((await import(PEER)) as SqliteModule).default();
    const peerDb = new peer.oo1.DB(":memory:");
    fillPeer(peerDb, rows);
    const float32 = statement(peerDb, "as_float32", "?");
    const int8 = statement(peerDb, "as_int8", "vec_int8(?)");
    ways.peerFloat32 = way((query) => float32(query));
    ways.peerInt8 = way((_, query) => int8(query));
    const written = new sqlite3.oo1.DB(":memory:");
    deserialize(sqlite3, written, exportInt8(peer, rows));
    registerVec0(sqlite3 as never, written as never);
    const shadow = statement(written, "as_int8", "vec_int8(?)");
    ways.shadowTables = way((_, query) => shadow(query));
  }
  const repeats = rows > 10_000 ? 1 : IN_A_ROW;
  // The first round loads what is loaded at the first query; it does not count.
  for (let round = -1; round < rounds; round++) {
    const query = randomQuery(round + 1, DIMENSIONS);
    const queryInt8 = quantised(query);
    for (const answer of Object.values(ways)) {
      let found: number[] = [];
      const start = performance.now();
      for (let i = 0; i < repeats; i++) found = answer.search(query, queryInt8);
      if (round >= 0) {
        answer.times.push((performance.now() - start) / repeats);
        answer.found.push(found);
      }
    }
  }
  const time = (name: string) => (ways[name] ? median(ways[name].times) : null);
  const { peerInt8, sql, shadowTables } = ways;
  return {
    rows,
    sql: time("sql") ?? Number.NaN,
    kernel: time("kernel") ?? Number.NaN,
    shadowTables: time("shadowTables"),
    peerFloat32: time("peerFloat32"),
    peerInt8: time("peerInt8"),
    sameRows:
      peerInt8 && shadowTables && sql
        ? (same(peerInt8, sql) + same(peerInt8, shadowTables)) / 2
        : null,
  };
}

function way(search: Search): Answer {
  return { search, times: [], found: [] };
}

/** The search as a page does it: a prepared statement, the query bound, six rows read. */
function statement(
  db: PeerDatabase,
  table: string,
  value: string,
): (query: Float32Array | Int8Array) => number[] {
  const prepared = db.prepare(
    `SELECT rowid, distance FROM ${table} WHERE embedding MATCH ${value} AND k = ${K}`,
  );
  return (query) => {
    prepared.bind(1, new Uint8Array(query.buffer));
    const rowids: number[] = [];
    while (prepared.step()) rowids.push(prepared.get([])[0] as number);
    prepared.reset();
    return rowids;
  };
}

function bare(vectors: VectorArray, query: Float32Array): number[] {
  const { rows } = vectors.nearest(query, { k: K, metric: "cosine" });
  return Array.from(rows, (row) => row + 1);
}

function fillPeer(db: PeerDatabase, rows: number): void {
  db.exec(
    `CREATE VIRTUAL TABLE as_float32 USING vec0(embedding float[${DIMENSIONS}] distance_metric=cosine)`,
  );
  insert(db, rows, "as_float32", "?", (int8) => new Uint8Array(Float32Array.from(int8).buffer));
  fillInt8(db, rows);
}

function fillInt8(db: PeerDatabase, rows: number): void {
  db.exec(
    `CREATE VIRTUAL TABLE as_int8 USING vec0(embedding int8[${DIMENSIONS}] distance_metric=cosine)`,
  );
  insert(db, rows, "as_int8", "vec_int8(?)", (int8) => new Uint8Array(Int8Array.from(int8).buffer));
}

function insert(
  db: PeerDatabase,
  rows: number,
  table: string,
  value: string,
  convert: (vector: Int8Array) => Uint8Array,
): void {
  const prepared = db.prepare(`INSERT INTO ${table}(rowid, embedding) VALUES (?, ${value})`);
  db.exec("BEGIN");
  for (let first = 0; first < rows; first += 1000) {
    const bytes = new Int8Array(randomInt8(first, 1000, DIMENSIONS).buffer);
    for (let i = 0; i < 1000; i++) {
      prepared.bind(1, first + i + 1);
      prepared.bind(2, convert(bytes.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS)));
      prepared.step();
      prepared.reset();
    }
  }
  db.exec("COMMIT");
  prepared.finalize();
}

/** The file of a database with the int8 table alone, as sqlite-vec wrote it. */
function exportInt8(peer: Awaited<ReturnType<SqliteModule["default"]>>, rows: number): Uint8Array {
  const db = new peer.oo1.DB(":memory:");
  fillInt8(db, rows);
  const file = peer.capi.sqlite3_js_db_export(db);
  db.close();
  return file;
}

function deserialize(
  { capi, wasm }: Awaited<ReturnType<SqliteModule["default"]>>,
  db: PeerDatabase,
  file: Uint8Array,
): void {
  const memory = wasm.alloc(file.length);
  wasm.heap8u().set(file, memory);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  capi.sqlite3_deserialize(db.pointer, "main", memory, file.length, file.length, flags);
}

function quantised(query: Float32Array): Int8Array {
  const largest = query.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(query, (value) => Math.round((value * 127) / largest));
}

function same(a: Answer, b: Answer): number {
  const rounds = a.found.map((rowids, round) => {
    const others = new Set(b.found[round]);
    return rowids.filter((rowid) => others.has(rowid)).length / rowids.length;
  });
  return rounds.reduce((sum, part) => sum + part, 0) / rounds.length;
}
