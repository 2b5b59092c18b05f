import { messageOf, type Pointer, type Sqlite } from "../sqlite/sqlite.js";
import type { Vector } from "../vector-type.js";
import { cosineDistance, hammingDistance, l1Distance, l2Distance } from "../vectors/distance.js";
import {
  dimensionsOf,
  JSON_SUBTYPE,
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

type Call = (context: Pointer, a: Pointer, b: Pointer) => void;

/** Installed once for a SQLite; a database only gets the addresses. */
const installed = new WeakMap<object, [name: string, count: number, call: Pointer][]>();

/** Registers sqlite-vec's scalar functions that queries use. */
export function registerFunctions(sqlite: Sqlite, db: Pointer): void {
  const functions = installed.get(sqlite.c) ?? install(sqlite);
  installed.set(sqlite.c, functions);
  for (const [name, count, call] of functions) {
    sqlite.capi.sqlite3_create_function_v2(db, name, count, FLAGS as 1, 0, call, 0, 0, 0);
  }
}

function install(sqlite: Sqlite): [string, number, Pointer][] {
  return Object.entries(functionsOf(sqlite)).map(([name, call]) => {
    const count = name === "vec_version" ? 0 : name.startsWith("vec_distance") ? 2 : 1;
    const address = sqlite.wasm.installFunction(
      "v(pip)",
      (context: Pointer, _count: number, values: Pointer) => {
        try {
          const [a = 0, b = 0] = sqlite.pointers(values, count);
          call(context, a, b);
        } catch (error) {
          sqlite.capi.sqlite3_result_error(context, messageOf(error), -1);
        }
      },
    );
    return [name, count, address];
  });
}

function functionsOf(sqlite: Sqlite): Record<string, Call> {
  const { c, capi } = sqlite;
  const give = capi.sqlite3_result_js;
  const giveVector = (context: Pointer, vector: Vector) => {
    give(context, new Uint8Array(vector.buffer));
    c.sqlite3_result_subtype(context, SUBTYPES[typeOf(vector)]);
  };
  const distance =
    (name: string, compute: (a: Vector, b: Vector) => number): Call =>
    (context, a, b) =>
      c.sqlite3_result_double(context, compute(...vectorPair(sqlite, a, b, name)));
  return {
    vec_version: (context) => give(context, VERSION),
    vec_f32: (context, a) => giveVector(context, readFloats(sqlite, a)),
    vec_int8: (context, a) => giveVector(context, readInt8s(sqlite, a)),
    vec_bit: (context, a) => giveVector(context, readBits(sqlite, a)),
    vec_length: (context, a) => give(context, dimensionsOf(readVector(sqlite, a))),
    vec_type: (context, a) => give(context, typeOf(readVector(sqlite, a))),
    vec_to_json(context, a) {
      give(context, vectorToJson(readVector(sqlite, a)));
      c.sqlite3_result_subtype(context, JSON_SUBTYPE);
    },
    vec_quantize_binary: (context, a) => giveVector(context, quantiseBinary(readVector(sqlite, a))),
    vec_distance_cosine: distance("cosine", cosineDistance),
    vec_distance_l2: distance("L2", l2Distance),
    vec_distance_l1(context, a, b) {
      const [x, y] = vectorPair(sqlite, a, b, "L1");
      const sum = l1Distance(x, y);
      if (x instanceof Int8Array) give(context, sum);
      else c.sqlite3_result_double(context, sum);
    },
    vec_distance_hamming: distance("hamming", hammingDistance),
  };
}
