import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { quoted } from "./declaration/schema-of.js";
import { registerFunctions } from "./functions/register-functions.js";
import { createStatement, type GivenTables, installModule } from "./module/vec0-module.js";
import { type Pointer, SQLITE_OK, Sqlite } from "./sqlite/sqlite.js";
import { Vec0Error } from "./vec0-error.js";
import type { VectorTable } from "./vector-table.js";

interface Registration {
  sqlite: Sqlite;
  module: Pointer;
  given: GivenTables;
  /** Called by SQLite when a database is closed. */
  forget: Pointer;
}

/** One module for all databases of a SQLite: functions that C calls are never freed. */
const registrations = new WeakMap<Sqlite3Static, Registration>();

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
  options: RegisterOptions = {},
): void {
  const pointer = db.pointer;
  if (!pointer)
    throw new Vec0Error("UNSUPPORTED", "vec0 can't be registered: the database is closed.");
  const registration = registrations.get(sqlite3) ?? install(sqlite3);
  registrations.set(sqlite3, registration);
  const { sqlite, given } = registration;
  if (!given.has(pointer)) {
    registerFunctions(sqlite, pointer);
    const { module, forget } = registration;
    const code = sqlite.withCopies(["vec0"], (name) =>
      sqlite.c.sqlite3_create_module_v2(pointer, name, module, pointer, forget),
    );
    if (code !== SQLITE_OK) {
      throw new Vec0Error("UNSUPPORTED", `vec0 can't be registered: SQLite's code ${code}.`);
    }
    given.set(pointer, new Map());
  }
  for (const table of options.tables ?? []) {
    db.exec(`DROP TABLE IF EXISTS temp.${quoted(table.name)}`);
    given.get(pointer)?.set(table.name, table);
    db.exec(createStatement(table));
  }
}

function install(sqlite3: Sqlite3Static): Registration {
  const sqlite = new Sqlite(sqlite3);
  const given: GivenTables = new Map();
  const module = installModule(sqlite, given);
  const forget = sqlite.install("v(p)", (pointer: Pointer) => {
    given.delete(pointer);
  });
  return { sqlite, module, given, forget };
}
