import { clearBit, hasBit, setBit } from "../bits.js";
import type { Column, Declaration, VectorColumn } from "../declaration/declaration.js";
import type { Plan } from "../module/query-plan.js";
import { type Pointer, SQLITE_TRANSIENT, type Sqlite } from "../sqlite/sqlite.js";
import { boundOf, giveColumn, Statements } from "../sqlite/statements.js";
import { bytesOf } from "../vector-type.js";
import { SUBTYPES } from "../vectors/read-vector.js";
import { metadataTest } from "./metadata-test.js";
import { readQuery } from "./read-query.js";
import { ShadowContents } from "./shadow-contents.js";
import { type ShadowNames, shadowNames, twoDigits } from "./shadow-names.js";
import type { FoundRows, Vec0Table } from "./vec0-table.js";
import { withUndefined } from "./with-undefined.js";

/** A table that sqlite-vec wrote. What is read of it is kept until the database changes. */
export class ShadowTable implements Vec0Table {
  readonly declaration: Declaration;
  readonly #sqlite: Sqlite;
  readonly #statements: Statements;
  readonly #names: ShadowNames;
  readonly #contents: ShadowContents;

  constructor(sqlite: Sqlite, db: Pointer, schema: string, name: string, declaration: Declaration) {
    this.declaration = declaration;
    this.#sqlite = sqlite;
    this.#statements = new Statements(sqlite, db);
    this.#names = shadowNames(schema, name);
    this.#contents = new ShadowContents(
      sqlite,
      db,
      schema,
      this.#statements,
      this.#names,
      declaration,
    );
  }

  nearest(plan: Plan, values: readonly Pointer[]): FoundRows {
    const column = this.#vectorColumn(plan.vector);
    const { vector, k, low, high } = readQuery(this.#sqlite, plan, values, column);
    if (k === 0) return { rows: [] };
    this.#contents.refresh();
    const { chunks } = this.#contents;
    const ranges = this.#rangesOf(plan, values);
    const include = this.#included(plan, values, ranges);
    const options = { metric: column.metric, include, ranges, low, high };
    const vectors = this.#contents.vectors(column);
    const found = vectors.find(vector, { ...options, k });
    if (found.undefinedRows === 0 || low !== -Infinity || high !== Infinity) return found;
    const candidates = ranges.flatMap(([from, to]) =>
      rowsByChunkAndSlot(from, to, chunks.size).filter((row) => hasBit(include, row)),
    );
    const all = vectors.find(vector, { ...options, k: chunks.length });
    return withUndefined(all, candidates, chunks.size, k);
  }

  point(value: Pointer): FoundRows {
    this.#contents.refresh();
    const column = this.declaration.primaryKey?.isText ? "id" : "rowid";
    const key =
      column === "id" ? boundOf(this.#sqlite, value) : this.#sqlite.c.sqlite3_value_int64(value);
    const rows: number[] = [];
    const sql = `SELECT chunk_id, chunk_offset FROM ${this.#names.rowids} WHERE ${column} = ?`;
    this.#statements.each(sql, [key], (at) => {
      const { chunks } = this.#contents;
      const chunk = chunks.indexOf(Number(this.#sqlite.c.sqlite3_column_int64(at, 0)));
      const offset = Number(this.#sqlite.c.sqlite3_column_int64(at, 1));
      if (chunk !== undefined) rows.push(chunks.rowAt(chunk, offset));
    });
    return { rows };
  }

  all(): FoundRows {
    this.#contents.refresh();
    return { rows: this.#contents.chunks.inOrder() };
  }

  rowidOf(row: number): bigint {
    return this.#contents.chunks.rowids[row] ?? 0n;
  }

  give(context: Pointer, row: number, column: number): void {
    const definition = this.declaration.columns[column - 1];
    if (definition) this.#giveColumn(context, row, definition);
    else if (this.declaration.primaryKey?.isText) {
      this.#giveWhere(context, "id", this.#names.rowids, "rowid", this.rowidOf(row));
    } else this.#sqlite.c.sqlite3_result_int64(context, this.rowidOf(row));
  }

  close(): void {
    this.#statements.close();
  }

  #giveColumn(context: Pointer, row: number, column: Column): void {
    const { chunks } = this.#contents;
    switch (column.kind) {
      case "vector":
        this.#giveVector(context, row, column);
        break;
      case "partition": {
        const chunk = BigInt(chunks.ids[chunks.slotOf(row).chunk] ?? 0);
        const name = `partition${twoDigits(column.index)}`;
        this.#giveWhere(context, name, this.#names.chunks, "chunk_id", chunk);
        break;
      }
      case "auxiliary": {
        const name = `value${twoDigits(column.index)}`;
        this.#giveWhere(context, name, this.#names.auxiliary, "rowid", this.rowidOf(row));
        break;
      }
      case "metadata":
        this.#contents.metadata(column).give(context, row);
    }
  }

  #giveWhere(context: Pointer, column: string, table: string, key: string, value: bigint): void {
    let isThere = false;
    this.#statements.each(`SELECT ${column} FROM ${table} WHERE ${key} = ?`, [value], (at) => {
      isThere = true;
      giveColumn(this.#sqlite, context, at, 0);
    });
    if (!isThere) throw new Error(`Could not find ${key} ${value} in ${table}`);
  }

  /** From memory if the column is there, else one row of its chunk. */
  #giveVector(context: Pointer, row: number, column: VectorColumn): void {
    const { c } = this.#sqlite;
    const loaded = this.#contents.loaded(column);
    if (loaded) this.#sqlite.resultBlob(context, loaded.get(row));
    else {
      const { chunk, offset } = this.#contents.chunks.slotOf(row);
      const bytes = bytesOf(column.type, column.dimensions);
      this.#contents.eachVectorChunk(column, chunk, (blob) => {
        c.sqlite3_result_blob(context, blob + offset * bytes, bytes, SQLITE_TRANSIENT);
      });
    }
    c.sqlite3_result_subtype(context, SUBTYPES[column.type]);
  }

  #vectorColumn(index: number): VectorColumn {
    const column = this.declaration.columns.find(
      (column) => column.kind === "vector" && column.index === index,
    );
    if (column?.kind !== "vector") throw new Error(`There is no vector column ${index}`);
    return column;
  }

  /** The rows of the chunks whose partition passes. */
  #rangesOf(plan: Plan, values: readonly Pointer[]): [number, number][] {
    const { chunks } = this.#contents;
    const conditions: string[] = [];
    const bounds = plan.terms.flatMap((term, i) => {
      if (term.kind !== "partition") return [];
      conditions.push(`partition${twoDigits(term.index)} ${term.operator} ?`);
      return [boundOf(this.#sqlite, values[i] ?? 0)];
    });
    if (conditions.length === 0) return [[0, chunks.length]];
    const ranges: [number, number][] = [];
    const sql = `SELECT chunk_id FROM ${this.#names.chunks} WHERE ${conditions.join(" AND ")} ORDER BY chunk_id`;
    this.#statements.each(sql, bounds, (at) => {
      const chunk = chunks.indexOf(Number(this.#sqlite.c.sqlite3_column_int64(at, 0)));
      if (chunk !== undefined) ranges.push([chunk * chunks.size, (chunk + 1) * chunks.size]);
    });
    return ranges;
  }

  /** The bits of the rows that are there and pass `rowid IN` and the metadata. */
  #included(
    plan: Plan,
    values: readonly Pointer[],
    ranges: readonly (readonly [number, number])[],
  ): Uint8Array {
    const { chunks } = this.#contents;
    let included = chunks.valid;
    for (const [i, term] of plan.terms.entries()) {
      const value = values[i] ?? 0;
      if (term.kind === "rowids") included = this.#bitsOf(value);
      else if (term.kind === "metadata") {
        const column = this.declaration.columns.find(
          ({ kind, index }) => kind === "metadata" && index === term.index,
        );
        if (column?.kind !== "metadata")
          throw new Error(`There is no metadata column ${term.index}`);
        const metadata = this.#contents.metadata(column);
        const passes = metadataTest(this.#sqlite, metadata, term.operator, value);
        included = included.slice();
        for (const [from, to] of ranges) {
          for (let row = from; row < to; row++) {
            if (hasBit(included, row) && !passes(row)) clearBit(included, row);
          }
        }
      }
    }
    return included;
  }

  #bitsOf(list: Pointer): Uint8Array<ArrayBuffer> {
    const { chunks } = this.#contents;
    const { c } = this.#sqlite;
    const bits = new Uint8Array(chunks.valid.length);
    const add = (rowid: bigint) => {
      const row = chunks.rowOf(rowid);
      if (row !== undefined) setBit(bits, row);
    };
    this.#sqlite.eachIn(list, (value) => {
      if (!this.declaration.primaryKey?.isText) {
        add(c.sqlite3_value_int64(value));
        return;
      }
      const sql = `SELECT rowid FROM ${this.#names.rowids} WHERE id = ?`;
      this.#statements.each(sql, [boundOf(this.#sqlite, value)], (at) =>
        add(c.sqlite3_column_int64(at, 0)),
      );
    });
    return bits;
  }
}

function rowsByChunkAndSlot(from: number, to: number, chunkSize: number): number[] {
  const rows: number[] = [];
  for (let chunk = from; chunk < to; chunk += chunkSize) {
    for (let row = chunk + chunkSize - 1; row >= chunk; row--) rows.push(row);
  }
  return rows;
}
