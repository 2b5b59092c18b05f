import type { Pointer, Sqlite } from "../sqlite/sqlite.js";
import type { Plan } from "./query-plan.js";

export interface Constraint {
  /** Its place in SQLite's list. */
  at: number;
  /** SQLite's number of the column; -1 is the rowid. */
  column: number;
  operator: number;
  /** Whether it is `column IN (…)` that can be had as a whole. */
  isIn: boolean;
}

/** `sqlite3_index_info` of a 32-bit SQLite: the question that xBestIndex answers. */
export class IndexInfo {
  readonly constraints: Constraint[] = [];
  readonly orderBy: { column: number; descending: boolean }[] = [];
  readonly #sqlite: Sqlite;
  readonly #info: Pointer;
  #used = 0;

  constructor(sqlite: Sqlite, info: Pointer) {
    this.#sqlite = sqlite;
    this.#info = info;
    const isIn = Array.from(
      { length: sqlite.view.getInt32(info, true) },
      (_, at) => sqlite.c.sqlite3_vtab_in(info, at, -1) !== 0,
    );
    const { view } = sqlite;
    const list = view.getUint32(info + 4, true);
    for (const [at, whole] of isIn.entries()) {
      const entry = list + at * 12;
      const isUsable = view.getUint8(entry + 5) !== 0;
      const column = view.getInt32(entry, true);
      const operator = view.getUint8(entry + 4);
      if (isUsable) this.constraints.push({ at, column, operator, isIn: whole });
    }
    const orders = view.getUint32(info + 12, true);
    for (let i = 0; i < view.getInt32(info + 8, true); i++) {
      const column = view.getInt32(orders + i * 8, true);
      this.orderBy.push({ column, descending: view.getUint8(orders + i * 8 + 4) !== 0 });
    }
  }

  /** Asks for the constraint's value as the next one, and promises that no other row will come. */
  use({ at }: Constraint, asWhole = false): void {
    if (asWhole) this.#sqlite.c.sqlite3_vtab_in(this.#info, at, 1);
    const { view } = this.#sqlite;
    const usage = view.getUint32(this.#info + 16, true) + at * 8;
    view.setInt32(usage, ++this.#used, true);
    view.setUint8(usage + 4, 1);
  }

  answer(plan: Plan, cost: number, rows: number): void {
    const text = this.#sqlite.wasm.allocCString(JSON.stringify(plan), false);
    const { view } = this.#sqlite;
    view.setUint32(this.#info + 24, text, true);
    // SQLite frees the text.
    view.setInt32(this.#info + 28, 1, true);
    view.setFloat64(this.#info + 40, cost, true);
    view.setBigInt64(this.#info + 48, BigInt(rows), true);
  }
}
