import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { Vector, VectorType } from "../vector-type.js";
import { parseFloats, parseInt8s } from "./parse-vector-text.js";

/** Marks that sqlite-vec puts on its results, so that a blob is known for what it holds. */
export const SUBTYPES: Record<VectorType, number> = { float32: 223, bit: 224, int8: 225 };
export const JSON_SUBTYPE = 74;
const TYPE_NAMES = ["", "INTEGER", "FLOAT", "TEXT", "BLOB", "NULL"];

/** A blob or a JSON text as a vector: float32 where it carries no mark. @throws Error in sqlite-vec's words */
export function readVector(sqlite: Sqlite, value: Pointer): Vector {
  switch (sqlite.c.sqlite3_value_subtype(value)) {
    case SUBTYPES.bit:
      return readBits(sqlite, value);
    case SUBTYPES.int8:
      return readInt8s(sqlite, value);
    default:
      return readFloats(sqlite, value);
  }
}

/** @throws Error in sqlite-vec's words */
export function readFloats(sqlite: Sqlite, value: Pointer): Float32Array {
  const given = read(sqlite, value);
  if (typeof given === "string") return parseFloats(given);
  if (given === null) {
    const type = TYPE_NAMES[sqlite.capi.sqlite3_value_type(value)];
    throw new Error(`Input must have type BLOB (compact format) or TEXT (JSON), found ${type}`);
  }
  if (given.length % 4 === 0) return new Float32Array(given.buffer);
  throw new Error(
    `invalid float32 vector BLOB length. Must be divisible by 4, found ${given.length}`,
  );
}

/** @throws Error in sqlite-vec's words */
export function readInt8s(sqlite: Sqlite, value: Pointer): Int8Array {
  const given = read(sqlite, value);
  if (typeof given === "string") return parseInt8s(given);
  if (given === null) throw new Error("Unknown type for int8 vector.");
  return new Int8Array(given.buffer);
}

/** @throws Error in sqlite-vec's words */
export function readBits(sqlite: Sqlite, value: Pointer): Uint8Array {
  const given = read(sqlite, value);
  if (given instanceof Uint8Array) return given;
  throw new Error("Unknown type for bitvector.");
}

export function typeOf(vector: Vector): VectorType {
  if (vector instanceof Float32Array) return "float32";
  return vector instanceof Int8Array ? "int8" : "bit";
}

export function dimensionsOf(vector: Vector): number {
  return vector instanceof Uint8Array ? vector.length * 8 : vector.length;
}

/** A text, a copy of a blob, or null for anything else. */
function read({ capi }: Sqlite, value: Pointer): string | Uint8Array<ArrayBuffer> | null {
  const given = capi.sqlite3_value_to_js(value);
  const isBlob = capi.sqlite3_value_type(value) === capi.SQLITE_BLOB;
  // An empty blob comes as null.
  const bytes = given instanceof Uint8Array ? Uint8Array.from(given) : new Uint8Array(0);
  const read = typeof given === "string" ? given : isBlob ? bytes : null;
  if (read?.length === 0) throw new Error("zero-length vectors are not supported.");
  return read;
}
