/** What a query hands over: a term for each value, in the order of the values. SQLite keeps it as JSON, and shows that to EXPLAIN. */
export interface Plan {
  kind: "all" | "point" | "nearest";
  /** Which of the vector columns is searched. */
  vector?: number;
  terms: readonly Term[];
}

export type Operator = "=" | ">" | "<=" | "<" | ">=" | "!=" | "in";

export type Term =
  | { kind: "match" | "k" | "rowids" | "id" }
  /** `index` counts the columns of this kind. */
  | { kind: "partition" | "metadata"; index: number; operator: Operator }
  | { kind: "distance"; operator: Operator };
