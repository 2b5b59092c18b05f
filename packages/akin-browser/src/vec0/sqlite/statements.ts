import type { Database, PreparedStatement, SqlValue } from "@sqlite.org/sqlite-wasm";

/** The statements with which a virtual table reads its shadow tables; each is prepared once. */
export class Statements {
  readonly #db: Database;
  readonly #prepared = new Map<string, PreparedStatement>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** All rows. @throws SQLite3Error with SQLite's message */
  rows(sql: string, parameters: SqlValue[] = []): SqlValue[][] {
    const statement = this.#prepared.get(sql) ?? this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    try {
      for (const [i, parameter] of parameters.entries()) statement.bind(i + 1, parameter);
      const rows: SqlValue[][] = [];
      while (statement.step()) rows.push(statement.get([]));
      return rows;
    } finally {
      statement.reset(true);
    }
  }

  close(): void {
    for (const statement of this.#prepared.values()) statement.finalize();
  }
}
