import type { Declaration, MetadataColumn, VectorColumn } from "../declaration/declaration.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { Statements } from "../sqlite/statements.js";
import { VectorArray } from "../vector-array.js";
import { bytesOf } from "../vector-type.js";
import { Chunks } from "./chunks.js";
import { MetadataValues } from "./metadata-values.js";
import type { ShadowNames } from "./shadow-names.js";

const SQLITE_FCNTL_DATA_VERSION = 35;
const SQLITE_TXN_WRITE = 2;

/** What was read of a table's shadow tables: each part when it is first asked for, all of it anew when the database changed. */
export class ShadowContents {
  readonly #sqlite: Sqlite;
  readonly #db: Pointer;
  readonly #schema: string;
  readonly #statements: Statements;
  readonly #names: ShadowNames;
  readonly #declaration: Declaration;
  #version = "";
  #chunks: Chunks | null = null;
  readonly #vectors = new Map<VectorColumn, VectorArray>();
  readonly #metadata = new Map<MetadataColumn, MetadataValues>();

  constructor(
    sqlite: Sqlite,
    db: Pointer,
    schema: string,
    statements: Statements,
    names: ShadowNames,
    declaration: Declaration,
  ) {
    this.#sqlite = sqlite;
    this.#db = db;
    this.#schema = schema;
    this.#statements = statements;
    this.#names = names;
    this.#declaration = declaration;
  }

  /** To be called at the start of a query. */
  refresh(): void {
    const version = this.#currentVersion();
    if (version === this.#version) return;
    this.#version = version;
    this.#chunks = null;
    this.#vectors.clear();
    this.#metadata.clear();
  }

  get chunks(): Chunks {
    this.#chunks ??= new Chunks(
      this.#sqlite,
      this.#statements,
      this.#names.chunks,
      this.#declaration.chunkSize,
    );
    return this.#chunks;
  }

  metadata(column: MetadataColumn): MetadataValues {
    const present = this.#metadata.get(column);
    if (present) return present;
    const values = new MetadataValues(
      this.#sqlite,
      this.#statements,
      this.chunks,
      this.#names,
      column,
    );
    this.#metadata.set(column, values);
    return values;
  }

  loaded(column: VectorColumn): VectorArray | undefined {
    return this.#vectors.get(column);
  }

  /** All vectors of a column, copied once. @throws Error in sqlite-vec's words, Vec0Error `MEMORY` */
  vectors(column: VectorColumn): VectorArray {
    const present = this.#vectors.get(column);
    if (present) return present;
    const { type, dimensions } = column;
    const { size, ids } = this.chunks;
    const vectors = VectorArray.create(type, dimensions, ids.length * size);
    const bytes = bytesOf(type, dimensions);
    const reversed = new Uint8Array(size * bytes);
    for (const chunk of ids.keys()) {
      this.eachVectorChunk(column, chunk, (blob) => {
        const slots = this.#sqlite.bytes(blob, size * bytes);
        for (let slot = 0; slot < size; slot++) {
          const vector = slots.subarray(slot * bytes, (slot + 1) * bytes);
          reversed.set(vector, (size - 1 - slot) * bytes);
        }
        vectors.set(chunk * size, reversed);
      });
    }
    this.#vectors.set(column, vectors);
    return vectors;
  }

  /** Calls with the address of a chunk's vectors, good until the next call into SQLite. */
  eachVectorChunk(column: VectorColumn, chunk: number, call: (blob: Pointer) => void): void {
    const id = this.chunks.ids[chunk] ?? 0;
    const expected = this.chunks.size * bytesOf(column.type, column.dimensions);
    let isThere = false;
    const sql = `SELECT vectors FROM ${this.#names.vectors(column.index)} WHERE rowid = ?`;
    this.#statements.each(sql, [BigInt(id)], (at) => {
      const blob = this.#sqlite.c.sqlite3_column_blob(at, 0);
      const found = this.#sqlite.c.sqlite3_column_bytes(at, 0);
      if (found !== expected) {
        throw new Error(`vectors blob size doesn't match - expected ${expected}, found ${found}`);
      }
      isThere = true;
      call(blob);
    });
    if (!isThere) throw new Error(`could not open vectors blob for chunk ${id}`);
  }

  /** Another one after each commit to this schema, by whomever, and after each change within a transaction. */
  #currentVersion(): string {
    const { c } = this.#sqlite;
    const out = this.#sqlite.allocate(4);
    try {
      return this.#sqlite.withCopies([this.#schema], (schema) => {
        c.sqlite3_file_control(this.#db, schema, SQLITE_FCNTL_DATA_VERSION, out);
        const committed = this.#sqlite.view.getUint32(out, true);
        const isWriting = c.sqlite3_txn_state(this.#db, schema) === SQLITE_TXN_WRITE;
        return `${committed} ${isWriting ? c.sqlite3_total_changes(this.#db) : ""}`;
      });
    } finally {
      c.sqlite3_free(out);
    }
  }
}
