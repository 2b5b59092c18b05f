import { messageOf, type Pointer, type Sqlite } from "../sqlite/sqlite.js";
import type { Vector } from "../vector-type.js";
import { dimensionsOf, readVector, typeOf } from "../vectors/read-vector.js";

/** The two arguments of a distance function. @throws Error in sqlite-vec's words */
export function vectorPair(
  sqlite: Sqlite,
  a: Pointer,
  b: Pointer,
  metric: string,
): [Vector, Vector] {
  const x = read(sqlite, a, "1st");
  const y = read(sqlite, b, "2nd");
  if (typeOf(x) !== typeOf(y)) {
    throw new Error(
      `Vector type mistmatch. First vector has type ${typeOf(x)}, while the second has type ${typeOf(y)}.`,
    );
  }
  if (x.length !== y.length) {
    throw new Error(
      `Vector dimension mistmatch. First vector has ${dimensionsOf(x)} dimensions, while the second has ${dimensionsOf(y)} dimensions.`,
    );
  }
  if ((typeOf(x) === "bit") !== (metric === "hamming")) {
    const what = typeOf(x) === "bit" ? "bitvectors" : `${typeOf(x)} vectors`;
    throw new Error(`Cannot calculate ${metric} distance between two ${what}.`);
  }
  return [x, y];
}

function read(sqlite: Sqlite, value: Pointer, which: string): Vector {
  try {
    return readVector(sqlite, value);
  } catch (cause) {
    throw new Error(`Error reading ${which} vector: ${messageOf(cause)}`, { cause });
  }
}
