import type { Database, SqlValue } from "@sqlite.org/sqlite-wasm";
import { clearBit, hasBit, setBit } from "../bits.js";
import type { Column, Declaration } from "../declaration/declaration.js";
import type { Plan } from "../module/query-plan.js";
import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import { SUBTYPES } from "../vectors/read-vector.js";
import { metadataTest } from "./metadata-test.js";
import { readQuery } from "./read-query.js";
import { ShadowContents } from "./shadow-contents.js";
import { numbered } from "./shadow-names.js";
import type { FoundRows, Vec0Table } from "./vec0-table.js";
import { withUndefined } from "./with-undefined.js";

type Ranges = readonly (readonly [from: number, to: number])[];

/** A table that sqlite-vec wrote. What is read of it is kept until the database changes. */
export class ShadowTable implements Vec0Table {
  readonly declaration: Declaration;
  readonly #sqlite: Sqlite;
  readonly #contents: ShadowContents;

  constructor(
    sqlite: Sqlite,
    db: Database,
    schema: string,
    name: string,
    declaration: Declaration,
  ) {
    this.declaration = declaration;
    this.#sqlite = sqlite;
    this.#contents = new ShadowContents(sqlite, db, schema, name, declaration);
  }

  nearest(plan: Plan, values: readonly Pointer[]): FoundRows {
    const column = this.#column("vector", plan.vector);
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
    const all = vectors.find(vector, { ...options, k: chunks.length });
    const candidates = chunks
      .inOrder(include)
      .filter((row) => ranges.some(([from, to]) => row >= from && row < to));
    return withUndefined(all, candidates, chunks.size, k);
  }

  point(value: Pointer): FoundRows {
    this.#contents.refresh();
    const { chunks, names } = this.#contents;
    const [key, bound] = this.#key(value);
    const rows = this.#rows(`SELECT chunk_id, chunk_offset FROM ${names.rowids} WHERE ${key} = ?`, [
      bound,
    ]);
    return {
      rows: rows.flatMap(([id, offset]) => {
        const chunk = chunks.indexOf(Number(id));
        return chunk === undefined ? [] : [chunks.rowAt(chunk, Number(offset))];
      }),
    };
  }

  all(): FoundRows {
    this.#contents.refresh();
    return { rows: this.#contents.chunks.inOrder() };
  }

  rowidOf(row: number): bigint {
    return this.#contents.chunks.rowids[row] ?? 0n;
  }

  give(context: Pointer, row: number, column: number): void {
    const { names } = this.#contents;
    const definition = this.declaration.columns[column - 1];
    if (definition) this.#giveColumn(context, row, definition);
    else if (this.declaration.primaryKey?.isText) {
      this.#giveStored(context, "id", `${names.rowids} WHERE rowid = ?`, this.rowidOf(row));
    } else this.#sqlite.c.sqlite3_result_int64(context, this.rowidOf(row));
  }

  close(): void {
    this.#contents.statements.close();
  }

  #giveColumn(context: Pointer, row: number, column: Column): void {
    const { chunks, names } = this.#contents;
    const { capi, c } = this.#sqlite;
    switch (column.kind) {
      case "vector":
        capi.sqlite3_result_js(context, this.#contents.vector(column, row));
        c.sqlite3_result_subtype(context, SUBTYPES[column.type]);
        break;
      case "partition": {
        const name = numbered("partition", column.index);
        const chunk = chunks.ids[chunks.slotOf(row).chunk] ?? 0;
        this.#giveStored(context, name, `${names.chunks} WHERE chunk_id = ?`, chunk);
        break;
      }
      case "auxiliary": {
        const name = numbered("value", column.index);
        this.#giveStored(context, name, `${names.auxiliary} WHERE rowid = ?`, this.rowidOf(row));
        break;
      }
      case "metadata": {
        const values = this.#contents.metadata(column);
        if (column.type === "text") {
          capi.sqlite3_result_js(context, new TextDecoder().decode(values.text(row)));
        } else if (column.type === "float") {
          c.sqlite3_result_double(context, Number(values.number(row)));
        } else c.sqlite3_result_int64(context, BigInt(values.number(row)));
      }
    }
  }

  #giveStored(context: Pointer, column: string, from: string, key: SqlValue): void {
    const sql = `SELECT ${column}, typeof(${column}) = 'real' FROM ${from}`;
    const [found] = this.#rows(sql, [key]);
    if (!found) throw new Error(`Could not find a row of ${from.replace("?", String(key))}`);
    const [value, isReal] = found;
    // JavaScript does not tell 1.0 from 1.
    if (isReal) this.#sqlite.c.sqlite3_result_double(context, Number(value));
    else this.#sqlite.capi.sqlite3_result_js(context, value as string);
  }

  #column<K extends Column["kind"]>(kind: K, index: number | undefined): Column & { kind: K } {
    const isWanted = (column: Column): column is Column & { kind: K } =>
      column.kind === kind && column.index === index;
    const column = this.declaration.columns.find(isWanted);
    if (column === undefined) throw new Error(`There is no ${kind} column ${index}`);
    return column;
  }

  /** The rows of the chunks whose partition passes. */
  #rangesOf(plan: Plan, values: readonly Pointer[]): Ranges {
    const { chunks, names } = this.#contents;
    const conditions: string[] = [];
    const bound: SqlValue[] = [];
    for (const [i, term] of plan.terms.entries()) {
      if (term.kind !== "partition") continue;
      conditions.push(`${numbered("partition", term.index)} ${term.operator} ?`);
      bound.push(this.#sqlite.capi.sqlite3_value_to_js(values[i] ?? 0));
    }
    if (conditions.length === 0) return [[0, chunks.length]];
    const sql = `SELECT chunk_id FROM ${names.chunks} WHERE ${conditions.join(" AND ")} ORDER BY chunk_id`;
    return this.#rows(sql, bound).flatMap(([id]) => {
      const chunk = chunks.indexOf(Number(id));
      return chunk === undefined ? [] : [[chunk * chunks.size, (chunk + 1) * chunks.size] as const];
    });
  }

  /** The bits of the rows that are there and pass `rowid IN` and the metadata. */
  #included(plan: Plan, values: readonly Pointer[], ranges: Ranges): Uint8Array {
    let included = this.#contents.chunks.valid;
    for (const [i, term] of plan.terms.entries()) {
      const value = values[i] ?? 0;
      if (term.kind === "rowids") included = this.#bitsOf(value);
      else if (term.kind === "metadata") {
        const metadata = this.#contents.metadata(this.#column("metadata", term.index));
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
    const { chunks, names } = this.#contents;
    const bits = new Uint8Array(chunks.valid.length);
    this.#sqlite.eachIn(list, (value) => {
      const [key, bound] = this.#key(value);
      const sql = `SELECT CAST(rowid AS TEXT) FROM ${names.rowids} WHERE id = ?`;
      const [rowid] = key === "id" ? (this.#rows(sql, [bound])[0] ?? []) : [bound];
      const row = rowid === undefined ? undefined : chunks.rowOf(BigInt(String(rowid)));
      if (row !== undefined) setBit(bits, row);
    });
    return bits;
  }

  /** The column of the rowids' table by which a value of the primary key is found, and what to bind. */
  #key(value: Pointer): [name: "id" | "rowid", bound: SqlValue] {
    return this.declaration.primaryKey?.isText
      ? ["id", this.#sqlite.capi.sqlite3_value_to_js(value)]
      : ["rowid", this.#sqlite.c.sqlite3_value_int64(value)];
  }

  #rows(sql: string, parameters: SqlValue[]): SqlValue[][] {
    return this.#contents.statements.rows(sql, parameters);
  }
}
