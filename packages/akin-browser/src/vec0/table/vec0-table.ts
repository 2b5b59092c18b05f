import type { Declaration } from "../declaration/declaration.js";
import type { Plan } from "../module/query-plan.js";
import type { Pointer } from "../sqlite/sqlite.js";

/** Rows as a cursor hands them out. A row is a number that means something to its table alone. */
export interface FoundRows {
  rows: ArrayLike<number>;
  /** Of a nearest-neighbour query; NaN is given out as NULL. */
  distances?: ArrayLike<number>;
}

/** A vec0 table that can be asked. All throw errors in sqlite-vec's words. */
export interface Vec0Table {
  readonly declaration: Declaration;
  /** Answers a `MATCH`. @param values what stands on the right side of each of the plan's terms */
  nearest(plan: Plan, values: readonly Pointer[]): FoundRows;
  /** The row with this value of the primary key. */
  point(value: Pointer): FoundRows;
  all(): FoundRows;
  rowidOf(row: number): bigint;
  /** Hands one column of one row to SQLite; `column` is SQLite's number: 0 is the key. */
  give(context: Pointer, row: number, column: number): void;
  close(): void;
}
