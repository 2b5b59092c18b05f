import { readFileSync } from "node:fs";
import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { beforeAll, describe, expect, test } from "vitest";
import { registerVec0 } from "../src/vec0/index.js";
import { nativeAnswer, openInWasm, wasmAnswer } from "./vec0/answers.js";
import { difference } from "./vec0/difference.js";
import { NativeDatabase } from "./vec0/native-database.js";
import { Random } from "./vec0/random.js";
import { randomQuery } from "./vec0/random-query.js";
import { makeRandomTable } from "./vec0/random-table.js";
import { startSqlite } from "./vec0/start-sqlite.js";

const DATABASES = 25;
const TABLES = 6;
const QUERIES = 40;

let sqlite3: Sqlite3Static;
beforeAll(async () => {
  sqlite3 = await startSqlite();
});

describe("the same answers as native sqlite-vec", () => {
  test.each(Array.from({ length: DATABASES }, (_, seed) => [seed]))("corpus %i", (seed) => {
    const random = new Random(1000 + seed);
    const native = new NativeDatabase(`differential-${seed}`);
    try {
      native.db.exec("CREATE TABLE label(word)");
      const tables = random.list(TABLES, (i) => makeRandomTable(native.db, random, `t${i}`));
      const insert = native.db.prepare("INSERT INTO label VALUES (?)");
      for (const { keys } of tables) for (const key of keys.slice(-20)) insert.run(key);
      const db = openInWasm(sqlite3, readFileSync(native.file));
      registerVec0(sqlite3, db);
      let withRows = 0;
      for (const table of tables) {
        for (let i = 0; i < QUERIES; i++) {
          const query = randomQuery(random, table);
          const expected = nativeAnswer(native.db, query);
          const found = wasmAnswer(db, query);
          if ("rows" in expected && expected.rows.length > 0) withRows++;
          expect(difference(expected, found), `${i}: ${query.sql}`).toBeNull();
        }
      }
      db.close();
      // Half of the statements find something: what agrees is not nothing.
      expect(withRows).toBeGreaterThan(TABLES * QUERIES * 0.4);
    } finally {
      native.close();
    }
  });
});
