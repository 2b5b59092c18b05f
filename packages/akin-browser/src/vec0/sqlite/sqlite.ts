import type { CAPI, Sqlite3Static, WASM_API } from "@sqlite.org/sqlite-wasm";
import { Vec0Error } from "../vec0-error.js";

/** An address in SQLite's memory; 0 is NULL. */
export type Pointer = number;

/** Those of SQLite's C functions that are called for each row; `capi` converts every argument, which costs more than the call. */
interface SqliteExports {
  sqlite3_value_subtype(value: Pointer): number;
  sqlite3_value_int(value: Pointer): number;
  sqlite3_value_int64(value: Pointer): bigint;
  sqlite3_value_double(value: Pointer): number;
  sqlite3_result_int64(context: Pointer, value: bigint): void;
  sqlite3_result_double(context: Pointer, value: number): void;
  sqlite3_result_subtype(context: Pointer, subtype: number): void;
  sqlite3_vtab_in(info: Pointer, constraint: number, handle: number): number;
  sqlite3_vtab_in_first(list: Pointer, out: Pointer): number;
  sqlite3_vtab_in_next(list: Pointer, out: Pointer): number;
}

export const SQLITE_OK = 0;
export const SQLITE_ERROR = 1;
export const SQLITE_READONLY = 8;
const SQLITE_DONE = 101;

/** SQLite as its C interface. */
export class Sqlite {
  readonly c: SqliteExports;
  readonly capi: CAPI;
  readonly wasm: WASM_API;

  /** @throws Vec0Error `UNSUPPORTED` */
  constructor({ capi, wasm }: Sqlite3Static) {
    if (typeof wasm.alloc(8) !== "number") {
      throw new Vec0Error("UNSUPPORTED", "vec0 needs SQLite compiled to 32-bit WebAssembly.");
    }
    this.c = wasm.exports as SqliteExports;
    this.capi = capi;
    this.wasm = wasm;
  }

  /** SQLite's memory, good until the next call into SQLite: it moves when it grows. */
  get view(): DataView {
    return new DataView(this.wasm.heap8u().buffer);
  }

  /** The addresses in an array of them. */
  pointers(at: Pointer, count: number): Pointer[] {
    const { view } = this;
    return Array.from({ length: count }, (_, i) => view.getUint32(at + i * 4, true));
  }

  /** Zeroed memory that SQLite may free. */
  allocate(bytes: number): Pointer {
    const at = this.wasm.alloc(bytes);
    this.wasm.heap8u().fill(0, at, at + bytes);
    return at;
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
      this.wasm.dealloc(out);
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
