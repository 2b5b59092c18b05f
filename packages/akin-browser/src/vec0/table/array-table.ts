import { setBit } from "../bits.js";
import type { Declaration, VectorColumn } from "../declaration/declaration.js";
import type { Plan } from "../module/query-plan.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { VectorTable } from "../vector-table.js";
import type { Vector } from "../vector-type.js";
import { SUBTYPES } from "../vectors/read-vector.js";
import { readQuery } from "./read-query.js";
import type { FoundRows, Vec0Table } from "./vec0-table.js";

/** A table whose vectors the page gave. */
export class ArrayTable implements Vec0Table {
  readonly declaration: Declaration;
  readonly #sqlite: Sqlite;
  readonly #table: VectorTable;
  readonly #column: VectorColumn;

  constructor(sqlite: Sqlite, table: VectorTable) {
    const { type, dimensions } = table.vectors;
    const metric = type === "bit" ? "hamming" : table.metric;
    this.#column = { kind: "vector", name: table.column, index: 0, type, dimensions, metric };
    this.declaration = { primaryKey: null, columns: [this.#column], chunkSize: 0 };
    this.#sqlite = sqlite;
    this.#table = table;
  }

  nearest(plan: Plan, values: readonly Pointer[]): FoundRows {
    const { vectors } = this.#table;
    const { vector, k, low, high } = readQuery(this.#sqlite, plan, values, this.#column, (vector) =>
      this.#fit(vector),
    );
    const list = values[plan.terms.findIndex(({ kind }) => kind === "rowids")];
    const include = list === undefined ? undefined : this.#bitsOf(list);
    return vectors.find(vector, { k, metric: this.#column.metric, include, low, high });
  }

  /** A blob without a mark, of the rows' length, is taken for what they are. */
  #fit(vector: Vector): Vector {
    const { type, dimensions } = this.#column;
    if (!(vector instanceof Float32Array) || type === "float32") return vector;
    if (type === "bit") return new Uint8Array(vector.buffer);
    return vector.byteLength === dimensions ? new Int8Array(vector.buffer) : vector;
  }

  #bitsOf(list: Pointer): Uint8Array {
    const { length } = this.#table.vectors;
    const bits = new Uint8Array(Math.ceil(length / 8));
    this.#sqlite.eachIn(list, (value) => {
      const row = this.#rowOf(value);
      if (row !== null) setBit(bits, row);
    });
    return bits;
  }

  point(value: Pointer): FoundRows {
    const row = this.#rowOf(value);
    return { rows: row === null ? [] : [row] };
  }

  #rowOf(value: Pointer): number | null {
    const { rowids, vectors } = this.#table;
    const rowid = Number(this.#sqlite.c.sqlite3_value_int64(value));
    const row = rowids === undefined ? rowid - 1 : rowids.rowOf(rowid);
    return row >= 0 && row < vectors.length && Number(this.rowidOf(row)) === rowid ? row : null;
  }

  all(): FoundRows {
    return { rows: Uint32Array.from({ length: this.#table.vectors.length }, (_, row) => row) };
  }

  rowidOf(row: number): bigint {
    return BigInt(this.#table.rowids?.of(row) ?? row + 1);
  }

  give(context: Pointer, row: number, column: number): void {
    const { c, capi } = this.#sqlite;
    if (column === 0) c.sqlite3_result_int64(context, this.rowidOf(row));
    else {
      capi.sqlite3_result_js(context, this.#table.vectors.get(row));
      c.sqlite3_result_subtype(context, SUBTYPES[this.#column.type]);
    }
  }

  close(): void {}
}
