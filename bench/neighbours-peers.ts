import { DatabaseSync } from "@photostructure/sqlite";
import type { VectorSet } from "akin-gallery/similarity";
import * as sqliteVec from "sqlite-vec";

/** What another way gives for some rows of a set. */
export interface PeerResult {
  /** Seconds for the sampled rows, without preparation. */
  seconds: number;
  /** Ids of the k nearest others of each sampled row. */
  neighbours: number[][];
}

/** Every pair in a loop, sorted: what one writes without a library. */
export function plainLoop(set: VectorSet, k: number, rows: readonly number[]): PeerResult {
  const { ids, vectors, dimensions } = set;
  const started = performance.now();
  const neighbours = rows.map((row) => {
    const all = Array.from(ids, (id, other) => {
      let product = 0;
      for (let i = 0; i < dimensions; i++)
        product += Number(vectors[row * dimensions + i]) * Number(vectors[other * dimensions + i]);
      return { id, product };
    });
    const others = all.filter(({ id }) => id !== ids[row]);
    others.sort((a, b) => b.product - a.product || a.id - b.id);
    return others.slice(0, k).map(({ id }) => id);
  });
  return { seconds: (performance.now() - started) / 1000, neighbours };
}

/** One query of sqlite-vec a row, over a table in memory. */
export function sqliteVecQueries(set: VectorSet, k: number, rows: readonly number[]): PeerResult {
  const { ids, vectors, dimensions } = set;
  const database = new DatabaseSync(":memory:", { allowExtension: true });
  database.enableLoadExtension(true);
  sqliteVec.load(database);
  database.exec(
    `CREATE VIRTUAL TABLE v USING vec0(embedding float[${dimensions}] distance_metric=cosine)`,
  );
  const bytes = (row: number) =>
    new Uint8Array(vectors.slice(row * dimensions, (row + 1) * dimensions).buffer);
  const insert = database.prepare("INSERT INTO v(rowid, embedding) VALUES (?, ?)");
  database.exec("BEGIN");
  for (const [row, id] of ids.entries()) insert.run(BigInt(id), bytes(row));
  database.exec("COMMIT");
  const query = database.prepare(
    `SELECT rowid FROM v WHERE embedding MATCH ? AND k = ${k + 1} ORDER BY distance`,
  );
  const started = performance.now();
  const neighbours = rows.map((row) => {
    const found = query.all(bytes(row)).map((other) => Number(other.rowid));
    return found.filter((id) => id !== ids[row]).slice(0, k);
  });
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return { seconds, neighbours };
}
