import { readFileSync } from "node:fs";
import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { registerVec0, Vec0Error, VectorArray } from "../src/vec0/index.js";
import { openInWasm } from "./vec0/answers.js";
import { NativeDatabase } from "./vec0/native-database.js";
import { startSqlite } from "./vec0/start-sqlite.js";

let sqlite3: Sqlite3Static;
const open: Database[] = [];
beforeAll(async () => {
  sqlite3 = await startSqlite();
});
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

function emptyDatabase(): Database {
  const db = new sqlite3.oo1.DB(":memory:");
  open.push(db);
  return db;
}

/** A database that native sqlite-vec wrote. */
function written(sql: string): Database {
  const native = new NativeDatabase("tables");
  try {
    native.db.exec(sql);
    const db = openInWasm(sqlite3, readFileSync(native.file));
    registerVec0(sqlite3, db);
    open.push(db);
    return db;
  } finally {
    native.close();
  }
}

const TABLE = `
  CREATE VIRTUAL TABLE t USING vec0(v float[2], word text, big integer, chunk_size=8);
  INSERT INTO t(rowid, v, word, big) VALUES (1, '[1, 0]', 'twelve bytes', 1), (2, '[2, 0]', 'twelve bytet', 2);
`;
const NEAREST = "SELECT rowid FROM t WHERE v MATCH '[0, 0]' AND k = 9";

describe("tables that the page gives", () => {
  const rows = (...vectors: number[][]) => {
    const array = VectorArray.create("int8", 2, vectors.length);
    array.set(0, Uint8Array.from(vectors.flat()));
    return array;
  };
  const table = (vectors: VectorArray) =>
    ({ name: "image_vectors", column: "embedding", metric: "cosine", vectors }) as const;

  test("are asked like those of sqlite-vec", () => {
    const db = emptyDatabase();
    registerVec0(sqlite3, db, { tables: [table(rows([100, 0], [100, 100], [0, 100], [0, 0]))] });
    const values = (sql: string, parameter?: Uint8Array | string) =>
      db.selectArrays(sql, parameter === undefined ? undefined : [parameter]);
    const query = new Uint8Array(Float32Array.of(0.5, 0.1).buffer);
    const nearest = "SELECT rowid, round(distance, 3) FROM image_vectors WHERE embedding MATCH ?";
    const all = [
      [1, 0.019],
      [2, 0.17],
      [3, 0.807],
    ];
    expect(values(`${nearest} AND k = 9`, query)).toEqual(all);
    expect(values(`${nearest} AND k = 9`, "[0.5, 0.1]")).toEqual(all);
    expect(values(`${nearest} ORDER BY distance LIMIT 2`, query)).toEqual(all.slice(0, 2));
    expect(values(`${nearest} AND k = 2 AND rowid IN (3, 2, 77)`, query)).toEqual(all.slice(1));
    expect(values(`${nearest} AND k = 9 AND distance > 0.1`, query)).toEqual(all.slice(1));
    expect(
      values(
        "SELECT rowid FROM image_vectors WHERE k = 2 AND embedding MATCH (SELECT embedding FROM image_vectors WHERE rowid = 3)",
      ),
    ).toEqual([[3], [2]]);
    expect(
      values("SELECT rowid, vec_to_json(embedding), distance FROM image_vectors WHERE rowid = 2"),
    ).toEqual([[2, "[100,100]", null]]);
    expect(values("SELECT rowid FROM image_vectors WHERE rowid = 5")).toEqual([]);
    expect(values("SELECT count(*), max(rowid) FROM image_vectors")).toEqual([[4, 4]]);
    expect(
      values(
        "SELECT b.rowid FROM image_vectors a JOIN image_vectors b ON b.embedding MATCH a.embedding AND b.k = 1 WHERE a.rowid < 4",
      ),
    ).toEqual([[1], [2], [3]]);
    expect(() => values(`${nearest} AND k = 1`, "[1]")).toThrow(
      'Dimension mismatch for query vector for the "embedding" column. Expected 2 dimensions but received 1.',
    );
  });

  test("are added and replaced by registering again", () => {
    const db = emptyDatabase();
    registerVec0(sqlite3, db);
    registerVec0(sqlite3, db, { tables: [table(rows([1, 0]))] });
    expect(db.selectValue("SELECT count(*) FROM image_vectors")).toBe(1);
    registerVec0(sqlite3, db, {
      tables: [table(rows([1, 0], [0, 1])), { ...table(rows([1, 0])), name: 'an "odd" name' }],
    });
    expect(db.selectValue("SELECT count(*) FROM image_vectors")).toBe(2);
    expect(db.selectValue('SELECT count(*) FROM "an ""odd"" name"')).toBe(1);
    db.exec("DROP TABLE image_vectors");
    expect(() => db.selectValue("SELECT count(*) FROM image_vectors")).toThrow("no such table");
  });

  test("belong to one database", () => {
    for (let i = 1; i < 20; i++) {
      const db = new sqlite3.oo1.DB(":memory:");
      registerVec0(sqlite3, db, {
        tables: [table(rows(...Array.from({ length: i }, () => [i, 1])))],
      });
      expect(db.selectValue("SELECT count(*) FROM image_vectors")).toBe(i);
      db.close();
    }
    const db = emptyDatabase();
    registerVec0(sqlite3, db);
    expect(() =>
      db.exec("CREATE VIRTUAL TABLE temp.image_vectors USING vec0(embedding int8[2])"),
    ).toThrow(
      "temp.image_vectors can't be created. vec0 is read-only here: write with sqlite-vec, where the database is made",
    );
  });

  test("need an open database", () => {
    const db = new sqlite3.oo1.DB(":memory:");
    db.close();
    expect(() => registerVec0(sqlite3, db)).toThrow(Vec0Error);
  });
});

describe("writing", () => {
  test.each([
    "INSERT INTO t(rowid, v) VALUES (3, '[1, 2]')",
    "UPDATE t SET word = 'x' WHERE rowid = 1",
    "DELETE FROM t",
  ])("is refused: %s", (sql) => {
    const db = written(TABLE);
    expect(() => db.exec(sql)).toThrow(
      "vec0 is read-only here: write with sqlite-vec, where the database is made",
    );
    expect(db.selectValues(NEAREST)).toEqual([1, 2]);
  });

  test("dropping a table is refused, as is making one", () => {
    const db = written(TABLE);
    expect(() => db.exec("DROP TABLE t")).toThrow("readonly");
    expect(() => db.exec("CREATE VIRTUAL TABLE u USING vec0(v float[2])")).toThrow(
      "main.u can't be created",
    );
    expect(db.selectValues(NEAREST)).toEqual([1, 2]);
  });

  test("what others write into the shadow tables is seen, and its rollback too", () => {
    const db = written(TABLE);
    expect(db.selectValues(NEAREST)).toEqual([1, 2]);
    db.exec("BEGIN; UPDATE t_chunks SET validity = x'02'");
    expect(db.selectValues(NEAREST)).toEqual([2]);
    db.exec("ROLLBACK");
    expect(db.selectValues(NEAREST)).toEqual([1, 2]);
    db.exec("UPDATE t_chunks SET validity = x'01'");
    expect(db.selectValues(NEAREST)).toEqual([1]);
  });
});

describe("databases", () => {
  test("attached ones", () => {
    const db = written(TABLE);
    db.exec(
      "ATTACH ':memory:' AS other; CREATE TABLE other.word(id); INSERT INTO other.word VALUES (2)",
    );
    expect(db.selectValues(`${NEAREST} AND rowid IN (SELECT id FROM other.word)`)).toEqual([2]);
  });

  test.each([
    [
      "UPDATE t_chunks SET validity = x'0101'",
      "chunk validity size doesn't match - expected 1, found 2",
    ],
    [
      "UPDATE t_chunks SET rowids = x'01'",
      "chunk rowids size doesn't match - expected 64, found 1",
    ],
    [
      "UPDATE t_vector_chunks00 SET vectors = x'01'",
      "vectors blob size doesn't match - expected 64, found 1",
    ],
    ["DELETE FROM t_vector_chunks00", "could not open vectors blob for chunk 1"],
    ["DROP TABLE t_vector_chunks00", "no such table: main.t_vector_chunks00"],
    ["DROP TABLE t_chunks", "no such table: main.t_chunks"],
  ])("damaged ones: %s", (damage, message) => {
    const db = written(TABLE);
    db.exec(damage);
    expect(() => db.selectValues(NEAREST)).toThrow(message);
  });

  test("a damaged metadata column", () => {
    const db = written(TABLE);
    db.exec("UPDATE t_metadatachunks00 SET data = x'01'");
    expect(db.selectValues(NEAREST)).toEqual([1, 2]);
    expect(() => db.selectValues(`${NEAREST} AND word = 'x'`)).toThrow(
      "metadata column word: chunk size doesn't match - expected 128, found 1",
    );
    expect(() => db.selectValues("SELECT word FROM t")).toThrow("metadata column word");
  });

  test.each([
    ["v float16[2]", "Could not parse 'v float16[2]'"],
    ["v float[2] indexed by tree", "could not parse vector column 'v float[2] indexed by tree'"],
    ["v float[0]", "could not parse vector column 'v float[0]'"],
    ["v float[9000]", "could not parse vector column 'v float[9000]'"],
    ["n integer", "At least one vector column is required"],
    ["v float[2], chunks=16", "Could not parse 'chunks=16'"],
  ])("a declaration that can't be: %s", (declaration, message) => {
    const db = written(TABLE);
    db.exec("PRAGMA writable_schema = ON");
    db.exec({
      sql: "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE t USING vec0(' || ? || ')' WHERE name = 't'",
      bind: [declaration],
    });
    db.exec("PRAGMA writable_schema = RESET");
    expect(() => db.selectValues("SELECT * FROM t")).toThrow(`vec0 constructor error: ${message}`);
  });
});

describe("where sqlite-vec 0.1.9 errs", () => {
  test("texts of 12 bytes have an order", () => {
    const db = written(TABLE);
    expect(db.selectValues(`${NEAREST} AND word < 'twelve bytet'`)).toEqual([1]);
    expect(db.selectValues(`${NEAREST} AND word >= 'twelve bytes'`)).toEqual([1, 2]);
  });

  test("a text key that isn't there does not hide the others", () => {
    const db = written(`
      CREATE VIRTUAL TABLE t USING vec0(name text primary key, v float[1]);
      INSERT INTO t(name, v) VALUES ('a', '[1]'), ('b', '[2]');
    `);
    const sql = "SELECT name FROM t WHERE v MATCH '[0]' AND k = 5 AND name IN ('nobody', 'b')";
    expect(db.selectValues(sql)).toEqual(["b"]);
  });

  test("rowids that differ by a multiple of 2^32 are different", () => {
    const db = written(`
      CREATE VIRTUAL TABLE t USING vec0(v float[1]);
      INSERT INTO t(rowid, v) VALUES (1, '[1]'), (4294967297, '[2]'), (9007199254740993, '[3]');
    `);
    const sql = (list: string) =>
      `SELECT CAST(rowid AS TEXT) FROM t WHERE v MATCH '[0]' AND k = 5 AND rowid IN (${list}, 5)`;
    expect(db.selectValues(sql("1"))).toEqual(["1"]);
    expect(db.selectValues(sql("9007199254740993"))).toEqual(["9007199254740993"]);
    expect(db.selectValues(sql("9007199254740992"))).toEqual([]);
  });
});
