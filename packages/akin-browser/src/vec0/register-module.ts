import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { quoted } from "./declaration/schema-of.js";
import { registerFunctions } from "./functions/register-functions.js";
import { installModule, type OpenStored, type Registered } from "./module/vec0-module.js";
import { type Pointer, Sqlite } from "./sqlite/sqlite.js";
import { Vec0Error } from "./vec0-error.js";
import type { VectorTable } from "./vector-table.js";

interface Installed {
  sqlite: Sqlite;
  module: Pointer;
  databases: Map<Pointer, Registered>;
  /** A function that SQLite calls with the database's address when it closes the database. */
  forget: Pointer;
}

/** One module for all databases of a SQLite: functions that C calls are never freed. */
const installed = new WeakMap<Sqlite3Static, Installed>();

/**
 * As `registerVec0`, with or without the code for tables that sqlite-vec wrote: a gallery's database has none.
 *
 * @param tables to make, as temp tables
 * @throws Vec0Error
 */
export function registerModule(
  sqlite3: Sqlite3Static,
  db: Database,
  tables: Iterable<VectorTable> = [],
  openStored?: OpenStored,
): void {
  if (!db.pointer)
    throw new Vec0Error("UNSUPPORTED", "vec0 can't be registered: the database is closed.");
  const registered = register(sqlite3, db, db.pointer, openStored);
  for (const table of tables) {
    db.exec(`DROP TABLE IF EXISTS temp.${quoted(table.name)}`);
    registered.tables.set(table.name, table);
    db.exec(createStatement(table));
  }
}

function register(
  sqlite3: Sqlite3Static,
  db: Database,
  pointer: Pointer,
  openStored: OpenStored | undefined,
): Registered {
  const { sqlite, module, databases, forget } =
    installed.get(sqlite3) ?? install(sqlite3, openStored);
  const present = databases.get(pointer);
  if (present) return present;
  registerFunctions(sqlite, pointer);
  db.checkRc(
    sqlite.capi.sqlite3_create_module_v2(
      db,
      "vec0",
      module,
      pointer,
      forget as unknown as () => void,
    ),
  );
  const registered = { db, tables: new Map() };
  databases.set(pointer, registered);
  return registered;
}

function install(sqlite3: Sqlite3Static, openStored: OpenStored | undefined): Installed {
  const sqlite = new Sqlite(sqlite3);
  const databases = new Map<Pointer, Registered>();
  const module = installModule(sqlite, databases, openStored);
  const forget = sqlite.wasm.installFunction("v(p)", (db: Pointer) => {
    databases.delete(db);
  });
  const all = { sqlite, databases, module, forget };
  installed.set(sqlite3, all);
  return all;
}

function createStatement({ name, column, metric, vectors }: VectorTable): string {
  const { type, dimensions } = vectors;
  const option = type === "bit" ? "" : ` distance_metric=${metric}`;
  return `CREATE VIRTUAL TABLE temp.${quoted(name)} USING vec0(${column} ${type}[${dimensions}]${option})`;
}
