import type { Metric, VectorType } from "../vector-type.js";

export interface VectorColumn {
  kind: "vector";
  name: string;
  /** Of the columns of this kind: the NN of its shadow tables. */
  index: number;
  type: VectorType;
  dimensions: number;
  metric: Metric;
}

export interface PartitionColumn {
  kind: "partition";
  name: string;
  index: number;
}

export interface AuxiliaryColumn {
  kind: "auxiliary";
  name: string;
  index: number;
}

export type MetadataType = "boolean" | "integer" | "float" | "text";

export interface MetadataColumn {
  kind: "metadata";
  name: string;
  index: number;
  type: MetadataType;
}

export type Column = VectorColumn | PartitionColumn | AuxiliaryColumn | MetadataColumn;

/** What the arguments of `CREATE VIRTUAL TABLE … USING vec0(…)` say. */
export interface Declaration {
  /** Null where it is the rowid. */
  primaryKey: { name: string; isText: boolean } | null;
  /** In the order of the declaration: the column with SQLite's number n is `columns[n - 1]`. */
  columns: Column[];
  /** Slots of a chunk. */
  chunkSize: number;
}
