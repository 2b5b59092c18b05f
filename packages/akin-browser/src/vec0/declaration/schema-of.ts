import type { Declaration } from "./declaration.js";

/** The columns that SQLite shall see. */
export function schemaOf({ primaryKey, columns }: Declaration): string {
  const names = columns.map(({ name }) => quoted(name));
  const key = primaryKey ? `${quoted(primaryKey.name)} primary key` : "rowid";
  const end = primaryKey ? " without rowid" : "";
  return `CREATE TABLE x(${[key, ...names, "distance hidden", "k hidden"].join(", ")})${end}`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
