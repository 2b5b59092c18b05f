import startModule, { type Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/** The official SQLite WASM, which says nothing of statements that are meant to fail. */
export function startSqlite(): Promise<Sqlite3Static> {
  Object.assign(globalThis, { sqlite3ApiConfig: { warn() {} } });
  return startModule();
}
