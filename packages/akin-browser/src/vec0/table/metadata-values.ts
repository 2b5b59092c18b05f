import type { MetadataColumn } from "../declaration/declaration.js";
import { type Pointer, SQLITE_TRANSIENT, type Sqlite } from "../sqlite/sqlite.js";
import type { Statements } from "../sqlite/statements.js";
import type { Chunks } from "./chunks.js";
import type { ShadowNames } from "./shadow-names.js";

/** Bytes of a value in its chunk; a boolean is one bit. */
const WIDTHS = { boolean: 1 / 8, integer: 8, float: 8, text: 16 };
/** A text's length, then its first bytes. */
const TEXT_PREFIX = 12;

/** One metadata column, read chunk by chunk when a chunk is asked for. */
export class MetadataValues {
  readonly column: MetadataColumn;
  readonly #sqlite: Sqlite;
  readonly #statements: Statements;
  readonly #chunks: Chunks;
  readonly #names: ShadowNames;
  readonly #loaded = new Map<number, Uint8Array<ArrayBuffer>>();
  readonly #integers = new Map<number, Float64Array | BigInt64Array>();

  constructor(
    sqlite: Sqlite,
    statements: Statements,
    chunks: Chunks,
    names: ShadowNames,
    column: MetadataColumn,
  ) {
    this.column = column;
    this.#sqlite = sqlite;
    this.#statements = statements;
    this.#chunks = chunks;
    this.#names = names;
  }

  boolean(row: number): boolean {
    const { chunk, offset } = this.#chunks.slotOf(row);
    return (((this.#bytes(chunk)[offset >> 3] ?? 0) >> (offset & 7)) & 1) === 1;
  }

  /** A bigint only where a number of its chunk needs one. */
  number(row: number): number | bigint {
    const { chunk, offset } = this.#chunks.slotOf(row);
    let values = this.#integers.get(chunk);
    if (values === undefined) {
      values = numbersOf(this.#bytes(chunk), this.column.type === "integer");
      this.#integers.set(chunk, values);
    }
    return values[offset] ?? 0;
  }

  /** The length of a text, and as much of its beginning as stands in the chunk. */
  textPrefix(row: number): { length: number; prefix: Uint8Array } {
    const { chunk, offset } = this.#chunks.slotOf(row);
    const bytes = this.#bytes(chunk);
    const start = offset * WIDTHS.text;
    const length = new DataView(bytes.buffer).getInt32(start, true);
    const prefix = bytes.subarray(start + 4, start + 4 + Math.min(length, TEXT_PREFIX));
    return { length, prefix };
  }

  /** The whole of a text, in UTF-8. */
  text(row: number): Uint8Array {
    const { length, prefix } = this.textPrefix(row);
    if (length <= TEXT_PREFIX) return prefix;
    const rowid = this.#chunks.rowids[row] ?? 0n;
    let text: Uint8Array | undefined;
    const sql = `SELECT data FROM ${this.#names.texts(this.column.index)} WHERE rowid = ?`;
    this.#statements.each(sql, [rowid], (at) => {
      const pointer = this.#sqlite.c.sqlite3_column_blob(at, 0);
      text = this.#sqlite.bytes(pointer, this.#sqlite.c.sqlite3_column_bytes(at, 0)).slice();
    });
    if (text === undefined) throw this.#damaged(`the text of row ${rowid} is missing`);
    return text;
  }

  give(context: Pointer, row: number): void {
    const { c } = this.#sqlite;
    switch (this.column.type) {
      case "boolean":
        c.sqlite3_result_int(context, this.boolean(row) ? 1 : 0);
        break;
      case "integer":
        c.sqlite3_result_int64(context, BigInt(this.number(row)));
        break;
      case "float":
        c.sqlite3_result_double(context, Number(this.number(row)));
        break;
      case "text": {
        const text = this.text(row);
        this.#sqlite.withCopies([text], (at) =>
          c.sqlite3_result_text(context, at, text.length, SQLITE_TRANSIENT),
        );
      }
    }
  }

  #bytes(chunk: number): Uint8Array<ArrayBuffer> {
    const present = this.#loaded.get(chunk);
    if (present) return present;
    const id = this.#chunks.ids[chunk] ?? 0;
    const expected = this.#chunks.size * WIDTHS[this.column.type];
    let bytes: Uint8Array<ArrayBuffer> | undefined;
    const sql = `SELECT data FROM ${this.#names.metadata(this.column.index)} WHERE rowid = ?`;
    this.#statements.each(sql, [BigInt(id)], (at) => {
      const pointer = this.#sqlite.c.sqlite3_column_blob(at, 0);
      const length = this.#sqlite.c.sqlite3_column_bytes(at, 0);
      bytes = Uint8Array.from(this.#sqlite.bytes(pointer, length));
    });
    if (bytes?.length !== expected) {
      throw this.#damaged(`chunk ${id} has ${bytes?.length ?? 0} bytes, not ${expected}`);
    }
    this.#loaded.set(chunk, bytes);
    return bytes;
  }

  #damaged(reason: string): Error {
    return new Error(`Could not read the metadata column ${this.column.name}: ${reason}`);
  }
}

/** Doubles, or integers; those as doubles too where they are exact, which compares much faster. */
function numbersOf(
  bytes: Uint8Array<ArrayBuffer>,
  areIntegers: boolean,
): Float64Array | BigInt64Array {
  if (!areIntegers) return new Float64Array(bytes.buffer);
  const integers = new BigInt64Array(bytes.buffer);
  const isSafe = integers.every((value) => BigInt(Number(value)) === value);
  return isSafe ? Float64Array.from(integers, Number) : integers;
}
