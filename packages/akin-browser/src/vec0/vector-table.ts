import type { VectorArray } from "./vector-array.js";

/** Which rowid each row of a table has. */
export interface RowIds {
  of(row: number): number;
  /** Of a rowid that no row has, any number: `of` tells. */
  rowOf(rowid: number): number;
}

/** A vec0 table whose rows the page gives, instead of shadow tables; made as a temp table of that name. */
export interface VectorTable {
  name: string;
  /** Name of its vector column; letters, digits and `_`. */
  column: string;
  /** Bits are always compared by Hamming distance. */
  metric: "cosine" | "l2" | "l1";
  /** The row r has the rowid r + 1, unless `rowids` says otherwise. A float32 query against int8 rows is quantised by its own largest value. */
  vectors: VectorArray;
  rowids?: RowIds;
}
