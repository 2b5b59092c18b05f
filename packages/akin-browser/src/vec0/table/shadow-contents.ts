import type { Database } from "@sqlite.org/sqlite-wasm";
import type { Declaration, MetadataColumn, VectorColumn } from "../declaration/declaration.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import { Statements } from "../sqlite/statements.js";
import { VectorArray } from "../vector-array.js";
import { bytesOf } from "../vector-type.js";
import { Chunks } from "./chunks.js";
import { MetadataValues } from "./metadata-values.js";
import { type ShadowNames, shadowNames } from "./shadow-names.js";
import { sized } from "./sized.js";

/** What was read of a table's shadow tables: each part when it is first asked for, all of it anew when the database changed. */
export class ShadowContents {
  readonly names: ShadowNames;
  readonly statements: Statements;
  readonly #sqlite: Sqlite;
  readonly #db: Pointer;
  readonly #schema: string;
  readonly #declaration: Declaration;
  #version = "";
  #chunks: Chunks | null = null;
  readonly #vectors = new Map<VectorColumn, VectorArray>();
  readonly #metadata = new Map<MetadataColumn, MetadataValues>();

  constructor(
    sqlite: Sqlite,
    db: Database,
    schema: string,
    table: string,
    declaration: Declaration,
  ) {
    this.names = shadowNames(schema, table);
    this.statements = new Statements(db);
    this.#sqlite = sqlite;
    this.#db = db.pointer ?? 0;
    this.#schema = schema;
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
    const { chunkSize } = this.#declaration;
    this.#chunks ??= new Chunks(this.statements, this.names.chunks, chunkSize);
    return this.#chunks;
  }

  metadata(column: MetadataColumn): MetadataValues {
    const values =
      this.#metadata.get(column) ??
      new MetadataValues(this.statements, this.chunks, this.names, column);
    this.#metadata.set(column, values);
    return values;
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
      const slots = this.#vectorChunk(column, chunk);
      for (let slot = 0; slot < size; slot++) {
        const vector = slots.subarray(slot * bytes, (slot + 1) * bytes);
        reversed.set(vector, (size - 1 - slot) * bytes);
      }
      vectors.set(chunk * size, reversed);
    }
    this.#vectors.set(column, vectors);
    return vectors;
  }

  /** One vector: from memory if the column is there, else from its chunk alone. */
  vector(column: VectorColumn, row: number): Uint8Array {
    const loaded = this.#vectors.get(column);
    if (loaded) return loaded.get(row);
    const { chunk, offset } = this.chunks.slotOf(row);
    const bytes = bytesOf(column.type, column.dimensions);
    return this.#vectorChunk(column, chunk).slice(offset * bytes, (offset + 1) * bytes);
  }

  #vectorChunk(column: VectorColumn, chunk: number): Uint8Array {
    const id = this.chunks.ids[chunk] ?? 0;
    const sql = `SELECT vectors FROM ${this.names.vectors(column.index)} WHERE rowid = ?`;
    const [row] = this.statements.rows(sql, [id]);
    if (!row) throw new Error(`could not open vectors blob for chunk ${id}`);
    return sized(
      row[0],
      this.chunks.size * bytesOf(column.type, column.dimensions),
      "vectors blob",
    );
  }

  /** Another one after each commit to this schema, by whomever, and after each change within a transaction. */
  #currentVersion(): string {
    const { capi } = this.#sqlite;
    const out = this.#sqlite.allocate(4);
    try {
      const operation = capi.SQLITE_FCNTL_DATA_VERSION;
      capi.sqlite3_file_control(this.#db, this.#schema, operation, out);
      const committed = this.#sqlite.view.getUint32(out, true);
      const state = capi.sqlite3_txn_state(this.#db, this.#schema);
      const isWriting = state === capi.SQLITE_TXN_WRITE;
      return `${committed} ${isWriting ? capi.sqlite3_total_changes(this.#db) : ""}`;
    } finally {
      this.#sqlite.wasm.dealloc(out);
    }
  }
}
