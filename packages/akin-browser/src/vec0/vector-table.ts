import type { VectorArray } from "./vector-array.js";

/** A vec0 table whose rows the page gives, instead of shadow tables; made as a temp table of that name. */
export interface VectorTable {
  name: string;
  /** Name of its vector column; letters, digits and `_`. */
  column: string;
  /** Bits are always compared by Hamming distance. */
  metric: "cosine" | "l2" | "l1";
  /** The row r has the rowid r + 1. A float32 query against int8 rows is quantised by its own largest value. */
  vectors: VectorArray;
}
