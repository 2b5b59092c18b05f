import {
  type Pointer,
  SQLITE_BLOB,
  SQLITE_DONE,
  SQLITE_FLOAT,
  SQLITE_INTEGER,
  SQLITE_OK,
  SQLITE_ROW,
  SQLITE_TEXT,
  SQLITE_TRANSIENT,
  type Sqlite,
} from "./sqlite.js";

/** A number is a REAL, a bigint an INTEGER. */
export type Bound = bigint | number | string | Uint8Array | null;

const encoder = new TextEncoder();

/** The statements with which a virtual table reads its shadow tables; each is prepared once. */
export class Statements {
  readonly #sqlite: Sqlite;
  readonly #db: Pointer;
  readonly #prepared = new Map<string, Pointer>();

  constructor(sqlite: Sqlite, db: Pointer) {
    this.#sqlite = sqlite;
    this.#db = db;
  }

  /** Calls for each row, with the statement that stands on it. @throws Error with SQLite's message */
  each(sql: string, parameters: readonly Bound[], call: (row: Pointer) => void): void {
    const { c } = this.#sqlite;
    const statement = this.#prepared.get(sql) ?? this.#prepare(sql);
    this.#prepared.set(sql, statement);
    try {
      for (const [i, parameter] of parameters.entries()) this.#bind(statement, i + 1, parameter);
      let code = c.sqlite3_step(statement);
      while (code === SQLITE_ROW) {
        call(statement);
        code = c.sqlite3_step(statement);
      }
      if (code !== SQLITE_DONE) throw this.#error();
    } finally {
      c.sqlite3_reset(statement);
      c.sqlite3_clear_bindings(statement);
    }
  }

  close(): void {
    for (const statement of this.#prepared.values()) this.#sqlite.c.sqlite3_finalize(statement);
    this.#prepared.clear();
  }

  #prepare(sql: string): Pointer {
    const out = this.#sqlite.allocate(4);
    try {
      const code = this.#sqlite.withCopies([sql], (at) =>
        this.#sqlite.c.sqlite3_prepare_v2(this.#db, at, -1, out, 0),
      );
      if (code !== SQLITE_OK) throw this.#error();
      return this.#sqlite.view.getUint32(out, true);
    } finally {
      this.#sqlite.c.sqlite3_free(out);
    }
  }

  #bind(statement: Pointer, index: number, value: Bound): void {
    const { c } = this.#sqlite;
    if (value === null) c.sqlite3_bind_null(statement, index);
    else if (typeof value === "bigint") c.sqlite3_bind_int64(statement, index, value);
    else if (typeof value === "number") c.sqlite3_bind_double(statement, index, value);
    else {
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      const bind = typeof value === "string" ? c.sqlite3_bind_text : c.sqlite3_bind_blob;
      this.#sqlite.withCopies([bytes], (at) =>
        bind(statement, index, at, bytes.length, SQLITE_TRANSIENT),
      );
    }
  }

  #error(): Error {
    return new Error(this.#sqlite.text(this.#sqlite.c.sqlite3_errmsg(this.#db)));
  }
}

/** A value that SQLite gave, to be bound again. */
export function boundOf(sqlite: Sqlite, value: Pointer): Bound {
  const { c } = sqlite;
  switch (c.sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return c.sqlite3_value_int64(value);
    case SQLITE_FLOAT:
      return c.sqlite3_value_double(value);
    case SQLITE_TEXT:
      return new TextDecoder().decode(sqlite.valueBytes(value));
    case SQLITE_BLOB:
      return sqlite.valueBytes(value);
    default:
      return null;
  }
}

/** Hands a statement's column on as the result of a function or of a virtual table's column. */
export function giveColumn(sqlite: Sqlite, context: Pointer, row: Pointer, column: number): void {
  const { c } = sqlite;
  switch (c.sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
      c.sqlite3_result_int64(context, c.sqlite3_column_int64(row, column));
      break;
    case SQLITE_FLOAT:
      c.sqlite3_result_double(context, c.sqlite3_column_double(row, column));
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
      const isText = c.sqlite3_column_type(row, column) === SQLITE_TEXT;
      const pointer = c.sqlite3_column_blob(row, column);
      const bytes = c.sqlite3_column_bytes(row, column);
      const give = isText ? c.sqlite3_result_text : c.sqlite3_result_blob;
      // What is empty has the address 0, which would make it NULL.
      if (pointer !== 0) give(context, pointer, bytes, SQLITE_TRANSIENT);
      else if (isText) sqlite.resultText(context, "");
      else sqlite.resultBlob(context, new Uint8Array(0));
      break;
    }
    default:
      c.sqlite3_result_null(context);
  }
}
