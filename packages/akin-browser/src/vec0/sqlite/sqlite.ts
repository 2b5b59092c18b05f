import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { Vec0Error } from "../vec0-error.js";

/** An address in SQLite's memory; 0 is NULL. */
export type Pointer = number;

/** SQLite's C functions as WebAssembly exports them. `capi` converts each argument of each call, which costs more than the call. */
interface SqliteExports {
  sqlite3_malloc(bytes: number): Pointer;
  sqlite3_free(pointer: Pointer): void;
  sqlite3_value_type(value: Pointer): number;
  sqlite3_value_subtype(value: Pointer): number;
  sqlite3_value_blob(value: Pointer): Pointer;
  sqlite3_value_text(value: Pointer): Pointer;
  sqlite3_value_bytes(value: Pointer): number;
  sqlite3_value_int(value: Pointer): number;
  sqlite3_value_int64(value: Pointer): bigint;
  sqlite3_value_double(value: Pointer): number;
  sqlite3_result_null(context: Pointer): void;
  sqlite3_result_int(context: Pointer, value: number): void;
  sqlite3_result_int64(context: Pointer, value: bigint): void;
  sqlite3_result_double(context: Pointer, value: number): void;
  sqlite3_result_text(context: Pointer, text: Pointer, bytes: number, destructor: number): void;
  sqlite3_result_blob(context: Pointer, blob: Pointer, bytes: number, destructor: number): void;
  sqlite3_result_subtype(context: Pointer, subtype: number): void;
  sqlite3_result_error(context: Pointer, text: Pointer, bytes: number): void;
  sqlite3_vtab_in(info: Pointer, constraint: number, handle: number): number;
  sqlite3_vtab_in_first(list: Pointer, out: Pointer): number;
  sqlite3_vtab_in_next(list: Pointer, out: Pointer): number;
  sqlite3_declare_vtab(db: Pointer, sql: Pointer): number;
  sqlite3_errmsg(db: Pointer): Pointer;
  sqlite3_file_control(db: Pointer, schema: Pointer, operation: number, out: Pointer): number;
  sqlite3_txn_state(db: Pointer, schema: Pointer): number;
  sqlite3_total_changes(db: Pointer): number;
  sqlite3_prepare_v2(db: Pointer, sql: Pointer, bytes: number, out: Pointer, tail: Pointer): number;
  sqlite3_finalize(statement: Pointer): number;
  sqlite3_reset(statement: Pointer): number;
  sqlite3_clear_bindings(statement: Pointer): number;
  sqlite3_step(statement: Pointer): number;
  sqlite3_bind_int64(statement: Pointer, index: number, value: bigint): number;
  sqlite3_bind_double(statement: Pointer, index: number, value: number): number;
  sqlite3_bind_null(statement: Pointer, index: number): number;
  sqlite3_bind_text(s: Pointer, index: number, text: Pointer, bytes: number, d: number): number;
  sqlite3_bind_blob(s: Pointer, index: number, blob: Pointer, bytes: number, d: number): number;
  sqlite3_column_type(statement: Pointer, column: number): number;
  sqlite3_column_bytes(statement: Pointer, column: number): number;
  sqlite3_column_blob(statement: Pointer, column: number): Pointer;
  sqlite3_column_int64(statement: Pointer, column: number): bigint;
  sqlite3_column_double(statement: Pointer, column: number): number;
  sqlite3_create_module_v2(
    db: Pointer,
    name: Pointer,
    module: Pointer,
    data: Pointer,
    destroy: Pointer,
  ): number;
  sqlite3_create_function_v2(
    db: Pointer,
    name: Pointer,
    count: number,
    flags: number,
    data: Pointer,
    call: Pointer,
    step: Pointer,
    final: Pointer,
    destroy: Pointer,
  ): number;
}

// From sqlite3.h.
export const SQLITE_OK = 0;
export const SQLITE_ERROR = 1;
export const SQLITE_READONLY = 8;
export const SQLITE_ROW = 100;
export const SQLITE_DONE = 101;
export const SQLITE_INTEGER = 1;
export const SQLITE_FLOAT = 2;
export const SQLITE_TEXT = 3;
export const SQLITE_BLOB = 4;
export const SQLITE_NULL = 5;
/** SQLite makes its own copy. */
export const SQLITE_TRANSIENT = -1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** SQLite, as its C interface. */
export class Sqlite {
  readonly c: SqliteExports;
  readonly #sqlite3: Sqlite3Static;

  /** @throws Vec0Error `UNSUPPORTED` */
  constructor(sqlite3: Sqlite3Static) {
    this.#sqlite3 = sqlite3;
    this.c = sqlite3.wasm.exports as SqliteExports;
    if (typeof this.c.sqlite3_malloc(0) !== "number") {
      throw new Vec0Error("UNSUPPORTED", "vec0 needs SQLite compiled to 32-bit WebAssembly.");
    }
  }

  /** A function that C can call; it is never freed. */
  install(signature: string, call: (...parameters: never[]) => unknown): Pointer {
    return this.#sqlite3.wasm.installFunction(signature, call);
  }

  /** SQLite's memory. Views are good until the next call into SQLite: it moves when it grows. */
  get heap(): Uint8Array {
    return this.#sqlite3.wasm.heap8u();
  }

  get view(): DataView {
    return new DataView(this.heap.buffer);
  }

  bytes(pointer: Pointer, length: number): Uint8Array {
    return this.heap.subarray(pointer, pointer + length);
  }

  /** Zeroed memory from sqlite3_malloc. */
  allocate(bytes: number): Pointer {
    const pointer = this.c.sqlite3_malloc(bytes);
    if (pointer === 0) throw new Vec0Error("MEMORY", "SQLite is out of memory.");
    this.bytes(pointer, bytes).fill(0);
    return pointer;
  }

  /** A copy in SQLite's memory, with a zero behind it. */
  allocateBytes(bytes: Uint8Array): Pointer {
    const pointer = this.allocate(bytes.length + 1);
    this.heap.set(bytes, pointer);
    return pointer;
  }

  allocateText(text: string): Pointer {
    return this.allocateBytes(encoder.encode(text));
  }

  /** Calls with texts and arrays of bytes as C sees them, and frees them after. */
  withCopies<T>(copies: readonly (string | Uint8Array)[], call: (...at: Pointer[]) => T): T {
    const pointers: Pointer[] = [];
    try {
      for (const copy of copies) {
        pointers.push(
          typeof copy === "string" ? this.allocateText(copy) : this.allocateBytes(copy),
        );
      }
      return call(...pointers);
    } finally {
      for (const pointer of pointers) this.c.sqlite3_free(pointer);
    }
  }

  /** Text that ends with a zero. */
  text(pointer: Pointer): string {
    const { heap } = this;
    return decoder.decode(heap.slice(pointer, heap.indexOf(0, pointer)));
  }

  /** A copy of a value's blob, or of its text in UTF-8. */
  valueBytes(value: Pointer): Uint8Array {
    // The pointer comes first: that call may convert the value, and thereby change its length.
    const isBlob = this.c.sqlite3_value_type(value) === SQLITE_BLOB;
    const pointer = isBlob ? this.c.sqlite3_value_blob(value) : this.c.sqlite3_value_text(value);
    return this.bytes(pointer, this.c.sqlite3_value_bytes(value)).slice();
  }

  /** Calls for each value of the right side of an IN that xBestIndex asked for as a whole. */
  eachIn(list: Pointer, call: (value: Pointer) => void): void {
    const out = this.allocate(4);
    try {
      let code = this.c.sqlite3_vtab_in_first(list, out);
      while (code === SQLITE_OK) {
        call(this.view.getUint32(out, true));
        code = this.c.sqlite3_vtab_in_next(list, out);
      }
      if (code !== SQLITE_DONE) throw new Error("error processing the values of an IN operator");
    } finally {
      this.c.sqlite3_free(out);
    }
  }

  resultText(context: Pointer, text: string): void {
    const bytes = encoder.encode(text);
    this.withCopies([bytes], (at) =>
      this.c.sqlite3_result_text(context, at, bytes.length, SQLITE_TRANSIENT),
    );
  }

  resultBlob(context: Pointer, bytes: Uint8Array): void {
    this.withCopies([bytes], (at) =>
      this.c.sqlite3_result_blob(context, at, bytes.length, SQLITE_TRANSIENT),
    );
  }

  resultError(context: Pointer, error: unknown): void {
    this.withCopies([messageOf(error)], (at) => this.c.sqlite3_result_error(context, at, -1));
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
