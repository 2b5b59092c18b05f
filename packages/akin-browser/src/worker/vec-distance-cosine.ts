import type { Database, Sqlite3Static, WasmPointer } from "@sqlite.org/sqlite-wasm";

/** The package ships SQLite for 32-bit WebAssembly. */
const POINTER_BYTES = 4;

/**
 * Registers `vec_distance_cosine(a, b)` for int8 vectors: one byte a dimension, each vector at its own scale.
 * NULL if one of them is all zeros, as in sqlite-vec.
 *
 * Reads the vectors where SQLite has them; the usual way of a function in JavaScript copies every BLOB.
 */
export function registerVecDistanceCosine({ capi, wasm }: Sqlite3Static, db: Database): void {
  const onCall = (context: WasmPointer, _count: number, values: WasmPointer): void => {
    const a = wasm.peekPtr(values);
    const b = wasm.peekPtr(values + POINTER_BYTES);
    const startA = capi.sqlite3_value_blob(a);
    const startB = capi.sqlite3_value_blob(b);
    const dimensions: number = capi.sqlite3_value_bytes(a);
    const dimensionsB: number = capi.sqlite3_value_bytes(b);
    if (dimensions === 0 || dimensions !== dimensionsB) {
      const message = `vec_distance_cosine: expected two int8 vectors of one length, got ${dimensions} and ${dimensionsB} bytes`;
      capi.sqlite3_result_error(context, message, -1);
      return;
    }
    const distance = cosineDistance(wasm.heap8(), startA, startB, dimensions);
    if (Number.isNaN(distance)) capi.sqlite3_result_null(context);
    else capi.sqlite3_result_double(context, distance);
  };
  const pointer = wasm.installFunction("v(pip)", onCall);
  db.checkRc(
    capi.sqlite3_create_function_v2(
      db,
      "vec_distance_cosine",
      2,
      capi.SQLITE_UTF8,
      0,
      pointer,
      0,
      0,
      0,
    ),
  );
}

/** Sums of products of bytes stay whole numbers below 2^31 up to 133,000 dimensions. */
function cosineDistance(heap: Int8Array, startA: number, startB: number, length: number): number {
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < length; i++) {
    const a = heap[startA + i] ?? 0;
    const b = heap[startB + i] ?? 0;
    dot = (dot + a * b) | 0;
    squareA = (squareA + a * a) | 0;
    squareB = (squareB + b * b) | 0;
  }
  return 1 - dot / Math.sqrt(squareA * squareB);
}
