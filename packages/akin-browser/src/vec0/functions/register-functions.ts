import { type Pointer, SQLITE_OK, type Sqlite } from "../sqlite/sqlite.js";
import type { Vector } from "../vector-type.js";
import { cosineDistance, hammingDistance, l1Distance, l2Distance } from "../vectors/distance.js";
import {
  dimensionsOf,
  readBits,
  readFloats,
  readInt8s,
  readVector,
  SUBTYPES,
  typeOf,
} from "../vectors/read-vector.js";
import { quantiseBinary } from "./quantise-binary.js";
import { vectorPair } from "./vector-pair.js";
import { vectorToJson } from "./vector-to-json.js";

/** The version of sqlite-vec whose tables and answers these are. */
const VERSION = "v0.1.9";

// SQLITE_UTF8, SQLITE_DETERMINISTIC, SQLITE_INNOCUOUS, SQLITE_SUBTYPE, SQLITE_RESULT_SUBTYPE
const FLAGS = 0x1 | 0x800 | 0x200000 | 0x100000 | 0x1000000;
const JSON_SUBTYPE = 74;

type Call = (context: Pointer, a: Pointer, b: Pointer) => void;

/** Installed once for a SQLite; a database only gets the addresses. */
const installed = new WeakMap<object, [name: string, count: number, call: Pointer][]>();

/** Registers sqlite-vec's scalar functions that queries use. */
export function registerFunctions(sqlite: Sqlite, db: Pointer): void {
  const functions = installed.get(sqlite.c) ?? install(sqlite);
  installed.set(sqlite.c, functions);
  for (const [name, count, call] of functions) {
    const code = sqlite.withCopies([name], (at) =>
      sqlite.c.sqlite3_create_function_v2(db, at, count, FLAGS, 0, call, 0, 0, 0),
    );
    if (code !== SQLITE_OK) throw new Error(`${name} can't be registered: SQLite's code ${code}`);
  }
}

function install(sqlite: Sqlite): [string, number, Pointer][] {
  return Object.entries(functionsOf(sqlite)).map(([name, call]) => {
    const count = name === "vec_version" ? 0 : name.startsWith("vec_distance") ? 2 : 1;
    const address = sqlite.install(
      "v(pip)",
      (context: Pointer, _count: number, values: Pointer) => {
        try {
          const { view } = sqlite;
          const value = (index: number) =>
            index < count ? view.getUint32(values + index * 4, true) : 0;
          call(context, value(0), value(1));
        } catch (error) {
          sqlite.resultError(context, error);
        }
      },
    );
    return [name, count, address];
  });
}

function functionsOf(sqlite: Sqlite): Record<string, Call> {
  const { c } = sqlite;
  const give = (context: Pointer, vector: Vector) => {
    sqlite.resultBlob(context, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
    c.sqlite3_result_subtype(context, SUBTYPES[typeOf(vector)]);
  };
  const distance =
    (name: string, compute: (a: Vector, b: Vector) => number): Call =>
    (context, a, b) =>
      c.sqlite3_result_double(context, compute(...vectorPair(sqlite, a, b, name)));
  return {
    vec_version: (context) => sqlite.resultText(context, VERSION),
    vec_f32: (context, a) => give(context, readFloats(sqlite, a)),
    vec_int8: (context, a) => give(context, readInt8s(sqlite, a)),
    vec_bit: (context, a) => give(context, readBits(sqlite, a)),
    vec_length: (context, a) => c.sqlite3_result_int(context, dimensionsOf(readVector(sqlite, a))),
    vec_type: (context, a) => sqlite.resultText(context, typeOf(readVector(sqlite, a))),
    vec_to_json(context, a) {
      sqlite.resultText(context, vectorToJson(readVector(sqlite, a)));
      c.sqlite3_result_subtype(context, JSON_SUBTYPE);
    },
    vec_quantize_binary: (context, a) => give(context, quantiseBinary(readVector(sqlite, a))),
    vec_distance_cosine: distance("cosine", cosineDistance),
    vec_distance_l2: distance("L2", l2Distance),
    vec_distance_l1(context, a, b) {
      const [x, y] = vectorPair(sqlite, a, b, "L1");
      const sum = l1Distance(x, y);
      if (x instanceof Int8Array) c.sqlite3_result_int(context, sum);
      else c.sqlite3_result_double(context, sum);
    },
    vec_distance_hamming(context, a, b) {
      const [x, y] = vectorPair(sqlite, a, b, "hamming");
      const bits = (vector: Vector) => new Uint8Array(vector.buffer);
      c.sqlite3_result_double(context, hammingDistance(bits(x), bits(y)));
    },
  };
}
