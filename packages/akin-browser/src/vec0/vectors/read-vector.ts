import { type Pointer, SQLITE_BLOB, SQLITE_TEXT, type Sqlite } from "../sqlite/sqlite.js";
import type { Vector, VectorType } from "../vector-type.js";
import { parseFloats, parseInt8s } from "./parse-vector-text.js";

/** Marks that sqlite-vec puts on its results, so that a blob is known for what it holds. */
export const SUBTYPES: Record<VectorType, number> = { float32: 223, bit: 224, int8: 225 };
const JSON_SUBTYPE = 74;
const TYPE_NAMES = ["", "INTEGER", "FLOAT", "TEXT", "BLOB", "NULL"];

/** A blob or a JSON text as a vector: float32 where it carries no mark. @throws Error in sqlite-vec's words */
export function readVector(sqlite: Sqlite, value: Pointer): Vector {
  const subtype = sqlite.c.sqlite3_value_subtype(value);
  if (subtype === SUBTYPES.bit) return readBits(sqlite, value);
  if (subtype === SUBTYPES.int8) return readInt8s(sqlite, value);
  if (subtype === 0 || subtype === SUBTYPES.float32 || subtype === JSON_SUBTYPE) {
    return readFloats(sqlite, value);
  }
  throw new Error(`Unknown subtype: ${subtype}`);
}

/** @throws Error in sqlite-vec's words */
export function readFloats(sqlite: Sqlite, value: Pointer): Float32Array {
  switch (sqlite.c.sqlite3_value_type(value)) {
    case SQLITE_BLOB: {
      const bytes = blobOf(sqlite, value);
      if (bytes.length % 4 === 0) return new Float32Array(bytes.buffer);
      throw new Error(
        `invalid float32 vector BLOB length. Must be divisible by 4, found ${bytes.length}`,
      );
    }
    case SQLITE_TEXT:
      return parseFloats(textOf(sqlite, value));
    default:
      throw new Error(
        `Input must have type BLOB (compact format) or TEXT (JSON), found ${TYPE_NAMES[sqlite.c.sqlite3_value_type(value)]}`,
      );
  }
}

/** @throws Error in sqlite-vec's words */
export function readInt8s(sqlite: Sqlite, value: Pointer): Int8Array {
  switch (sqlite.c.sqlite3_value_type(value)) {
    case SQLITE_BLOB:
      return new Int8Array(blobOf(sqlite, value).buffer);
    case SQLITE_TEXT:
      return parseInt8s(textOf(sqlite, value));
    default:
      throw new Error("Unknown type for int8 vector.");
  }
}

/** @throws Error in sqlite-vec's words */
export function readBits(sqlite: Sqlite, value: Pointer): Uint8Array {
  if (sqlite.c.sqlite3_value_type(value) === SQLITE_BLOB) return blobOf(sqlite, value);
  throw new Error("Unknown type for bitvector.");
}

export function typeOf(vector: Vector): VectorType {
  if (vector instanceof Float32Array) return "float32";
  return vector instanceof Int8Array ? "int8" : "bit";
}

export function dimensionsOf(vector: Vector): number {
  return vector instanceof Uint8Array ? vector.length * 8 : vector.length;
}

function blobOf(sqlite: Sqlite, value: Pointer): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(sqlite.valueBytes(value));
  if (bytes.length === 0) throw new Error("zero-length vectors are not supported.");
  return bytes;
}

function textOf(sqlite: Sqlite, value: Pointer): string {
  return new TextDecoder().decode(sqlite.valueBytes(value));
}
