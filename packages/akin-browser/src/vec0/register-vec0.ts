import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { parseDeclaration } from "./declaration/parse-declaration.js";
import { registerModule } from "./register-module.js";
import { ShadowTable } from "./table/shadow-table.js";
import type { VectorTable } from "./vector-table.js";

export interface RegisterOptions {
  /** Tables to make, as temp tables; one of the same name is replaced. */
  tables?: Iterable<VectorTable>;
}

/**
 * Teaches a database sqlite-vec's `vec0` tables and `vec_…` functions, for reading. Tables that sqlite-vec wrote are opened
 * from their shadow tables when a statement first names them. Calling it again for the same database adds tables.
 *
 * @throws Vec0Error `UNSUPPORTED` where SQLite is not the official 32-bit build
 */
export function registerVec0(
  sqlite3: Sqlite3Static,
  db: Database,
  { tables }: RegisterOptions = {},
): void {
  registerModule(
    sqlite3,
    db,
    tables,
    (sqlite, db, schema, name, texts) =>
      new ShadowTable(sqlite, db, schema, name, parseDeclaration(texts)),
  );
}
