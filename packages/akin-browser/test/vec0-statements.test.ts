import { readFileSync } from "node:fs";
import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registerVec0 } from "../src/vec0/index.js";
import { nativeAnswer, openInWasm, wasmAnswer } from "./vec0/answers.js";
import { difference } from "./vec0/difference.js";
import { NativeDatabase } from "./vec0/native-database.js";
import { startSqlite } from "./vec0/start-sqlite.js";

const SETUP = `
  CREATE VIRTUAL TABLE t USING vec0(
    a float[2], small int8[2], bits bit[8], owner integer partition key, word text, n integer, score float, seen boolean,
    +note text, chunk_size=8);
  INSERT INTO t(rowid, a, small, bits, owner, word, n, score, seen, note) VALUES
    (1, '[1, 2]', vec_int8('[1, 2]'), vec_bit(x'0f'), 1, 'sea', 10, 0.5, true, 'first'),
    (2, '[3, 4]', vec_int8('[3, 4]'), vec_bit(x'ff'), 1, 'lake', 20, 1.5, false, NULL),
    (3, '[0, 0]', vec_int8('[0, 0]'), vec_bit(x'00'), 2, '', 30, 2.5, true, 'third');
  CREATE VIRTUAL TABLE named USING vec0(name text primary key, v float[2] distance_metric=cosine);
  INSERT INTO named(name, v) VALUES ('x', '[1, 0]'), ('y', '[0, 1]'), ('z', '[1, 1]');
  CREATE TABLE wanted(id, query);
  INSERT INTO wanted VALUES (1, '[1, 2]'), (2, '[5, 5]');
`;

let native: NativeDatabase;
let sqlite3: Sqlite3Static;
let db: Database;

beforeAll(async () => {
  sqlite3 = await startSqlite();
  native = new NativeDatabase("statements");
  native.db.exec(SETUP);
});
afterAll(() => native.close());

beforeEach(() => {
  db = openInWasm(sqlite3, readFileSync(native.file));
  registerVec0(sqlite3, db);
});
afterEach(() => db.close());

function both(sql: string, parameters: (string | number | bigint | null | Uint8Array)[] = []) {
  const expected = nativeAnswer(native.db, { sql, parameters });
  const found = wasmAnswer(db, { sql, parameters });
  return { expected, found, difference: difference(expected, found) };
}

describe("as native sqlite-vec answers", () => {
  test.each([
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' AND k = 2",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' ORDER BY distance LIMIT 2",
    "SELECT rowid, distance FROM t WHERE small MATCH vec_int8('[1, 2]') AND k = 3",
    "SELECT rowid, distance FROM t WHERE bits MATCH vec_bit(x'01') AND k = 3",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND owner IN (1, 2) ORDER BY distance",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND owner > 1",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND owner IS 1",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND n BETWEEN 15 AND 25",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND n IN (10, 30) AND word = ''",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND n = '20'",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND n = 20.9",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND word = NULL",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND seen = 7",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND seen != true",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND rowid = 2",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND rowid IN (SELECT id FROM wanted)",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' AND k = 3 AND distance > 0 AND distance <= 2.8284271247461903",
    "SELECT id, t.rowid, distance FROM wanted JOIN t ON a MATCH query AND k = 2 ORDER BY id, distance",
    "WITH near AS MATERIALIZED (SELECT rowid, distance FROM t WHERE a MATCH '[3, 3]' AND k = 2) SELECT n, near.distance FROM near JOIN t USING (rowid) ORDER BY near.distance DESC",
    "SELECT count(*), max(distance) FROM t WHERE a MATCH '[3, 3]' AND k = 2",
    "SELECT name, distance FROM named WHERE v MATCH '[1, 0]' AND k = 3",
    "SELECT name, distance FROM named WHERE v MATCH '[1, 0]' AND k = 3 AND name IN ('y', 'z')",
    "SELECT name, distance FROM named WHERE v MATCH '[0, 0]' AND k = 2",
    "SELECT * FROM named WHERE name = 'y'",
    "SELECT * FROM named WHERE name = 'nobody'",
    "SELECT *, distance, k FROM t",
    "SELECT rowid, note FROM t WHERE note IS NOT NULL AND n > 10",
    "SELECT word FROM t WHERE rowid = '2'",
    "SELECT word FROM t WHERE rowid IN (1, 3, 99)",
    "SELECT rowid FROM t WHERE rowid > 1 ORDER BY rowid DESC",
    "SELECT a FROM t WHERE rowid = 2 UNION ALL SELECT small FROM t WHERE rowid = 2",
  ])("%s", (sql) => {
    const answers = both(sql);
    expect(answers.difference).toBeNull();
    expect(answers.expected).toHaveProperty("rows");
  });
});

describe("as native sqlite-vec refuses", () => {
  test.each([
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]'",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' ORDER BY distance LIMIT 1 OFFSET 1",
    "SELECT rowid, distance FROM t WHERE a MATCH '[1, 2]' AND k = 2 LIMIT 1",
    "SELECT id, (SELECT rowid FROM t WHERE a MATCH query AND k = 1) FROM wanted",
    "WITH near AS (SELECT rowid, distance FROM t WHERE a MATCH '[3, 3]' AND k = 2) SELECT n, near.distance FROM near JOIN t USING (rowid) ORDER BY near.distance DESC",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND small MATCH vec_int8('[1, 2]')",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 ORDER BY n",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 ORDER BY distance DESC",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 ORDER BY distance, n",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND note = 'first'",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND score IN (0.5, 1)",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND seen > 0",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND word LIKE 's%'",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND distance = 0",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 1 AND rowid IN (1, 2) AND rowid IN (2, 3)",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = -1",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2]' AND k = 4097",
    "SELECT rowid FROM t WHERE a MATCH '[1, 2, 3]' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH x'0000' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH x'' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH NULL AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH 1.5 AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH '' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH '[]' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH '1, 2' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH '[1, x]' AND k = 1",
    "SELECT rowid FROM t WHERE a MATCH vec_int8('[1, 2]') AND k = 1",
    "SELECT rowid FROM t WHERE small MATCH '[1, 2]' AND k = 1",
    "SELECT rowid FROM t WHERE small MATCH vec_int8('[1, 2, 3]') AND k = 1",
    "SELECT rowid FROM t WHERE bits MATCH x'00000000' AND k = 1",
    "SELECT rowid FROM t WHERE bits MATCH vec_bit(x'0000') AND k = 1",
    "SELECT rowid FROM t WHERE n MATCH '[1]' AND k = 1",
  ])("%s", (sql) => {
    const answers = both(sql);
    expect(answers.expected).toHaveProperty("error");
    expect(answers.difference).toBeNull();
  });
});

describe("functions as in native sqlite-vec", () => {
  test.each([
    "vec_version()",
    "vec_f32('[1, 2.5, -3e2, .5, +7., 1e-3]')",
    "vec_f32('  [1 2,,3]  x')",
    "vec_f32('[1, 2')",
    "vec_f32('[inf, -infinity, nan]')",
    "vec_f32(x'0000803f')",
    "vec_int8('[1, -128, 127]')",
    "vec_int8(x'01ff')",
    "vec_bit(x'01ff')",
    "vec_length('[1, 2, 3]')",
    "vec_length(vec_bit(x'01ff'))",
    "vec_length(vec_int8('[1]'))",
    "vec_type('[1]')",
    "vec_type(vec_int8('[1]'))",
    "vec_type(vec_bit(x'00'))",
    "vec_to_json('[0.1, -0.00000001, -0, 1e10, 123456.789, 16777217, 1e20, -3.4e38, 1e-30]')",
    "vec_to_json('[inf, -inf, nan]')",
    "vec_to_json(vec_int8('[1, -2]'))",
    "vec_to_json(vec_bit(x'05'))",
    "json_extract(vec_to_json('[4, 5]'), '$[1]')",
    "json_array(vec_to_json('[4]'))",
    "vec_quantize_binary('[1, -1, 0, 0.1, 2, 3, -4, 5]')",
    "vec_to_json(vec_quantize_binary(vec_int8('[1, -1, 0, 0, 2, 3, -4, 5]')))",
    "vec_distance_cosine('[1, 2]', '[3, 4]')",
    "vec_distance_cosine('[0, 0]', '[3, 4]')",
    "vec_distance_cosine(vec_int8('[1, 2]'), vec_int8('[3, 4]'))",
    "vec_distance_l2('[1.25, 2]', '[3, 4.5]')",
    "vec_distance_L2(vec_int8('[127, 2]'), vec_int8('[-128, 4]'))",
    "vec_distance_l1('[1.25, 2]', '[3, 4.1]')",
    "vec_distance_l1(vec_int8('[127, 2]'), vec_int8('[-128, 4]'))",
    "typeof(vec_distance_l1(vec_int8('[1]'), vec_int8('[2]'))), typeof(vec_distance_l1('[1]', '[2]'))",
    "vec_distance_hamming(vec_bit(x'0ff0'), vec_bit(x'ffff'))",
    // And what they refuse.
    "vec_f32(1)",
    "vec_f32(NULL)",
    "vec_f32('[1e999]')",
    "vec_f32('[1e-999]')",
    "vec_f32('[1, \"2\"]')",
    "vec_f32(x'000000')",
    "vec_int8('[128]')",
    "vec_int8('[1.5]')",
    "vec_int8(1)",
    "vec_bit('[1]')",
    "vec_bit(x'')",
    "vec_length(5)",
    "vec_quantize_binary('[1, 2]')",
    "vec_distance_cosine('[1]', '[1, 2]')",
    "vec_distance_cosine('[1]', 'x')",
    "vec_distance_cosine(1, '[1]')",
    "vec_distance_cosine(vec_int8('[1]'), '[1]')",
    "vec_distance_cosine(vec_bit(x'00'), vec_bit(x'00'))",
    "vec_distance_l2(vec_bit(x'00'), vec_bit(x'00'))",
    "vec_distance_l1(vec_bit(x'00'), vec_bit(x'00'))",
    "vec_distance_hamming('[1]', '[1]')",
    "vec_distance_hamming(vec_int8('[1]'), vec_int8('[1]'))",
    "vec_distance_hamming(vec_bit(x'00'), vec_bit(x'0000'))",
  ])("%s", (expression) => {
    expect(both(`SELECT ${expression}`).difference).toBeNull();
  });
});
