import type { CAPI, Database, PreparedStatement, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { SqlParams, SqlRow, SqlValue } from "../databases/database.js";
import { GalleryError } from "../gallery-error.js";

/** Runs one statement and gives its rows. @throws GalleryError `SQL` */
export function runSelect(
  sqlite3: Sqlite3Static,
  db: Database,
  sql: string,
  params: SqlParams,
): SqlRow[] {
  const rows: SqlRow[] = [];
  stepThrough(sqlite3, db, sql, params, (statement) => {
    rows.push(statement.get({}) as SqlRow);
  });
  return rows;
}

/** Runs one statement. @param take called on each row; @throws GalleryError `SQL` */
export function stepThrough(
  { capi }: Sqlite3Static,
  db: Database,
  sql: string,
  params: SqlParams,
  take: (statement: PreparedStatement) => void,
): void {
  let statement: PreparedStatement | undefined;
  try {
    statement = db.prepare(sql);
    bindParams(capi, statement, params);
    while (statement.step()) take(statement);
  } catch (cause) {
    if (cause instanceof GalleryError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new GalleryError("SQL", message, { cause });
  } finally {
    statement?.finalize();
  }
}

/** SQLite takes a parameter that nobody set for NULL, and says nothing; a forgotten value should be told. */
function bindParams(capi: CAPI, statement: PreparedStatement, params: SqlParams): void {
  const wanted = statement.parameterCount;
  if (isPositional(params)) {
    if (params.length !== wanted) {
      throw refused(`the statement has ${wanted} parameters, ${params.length} values were given`);
    }
    params.forEach((value, index) => {
      statement.bind(index + 1, value);
    });
    return;
  }
  const values = new Map(Object.entries(params));
  for (let index = 1; index <= wanted; index++) {
    const name = capi.sqlite3_bind_parameter_name(statement, index) ?? `?${index}`;
    const key = [name, name.slice(1)].find((key) => values.has(key));
    const value = key === undefined ? undefined : values.get(key);
    if (key === undefined || value === undefined) {
      throw refused(`the parameter ${name} has no value`);
    }
    statement.bind(index, value);
    values.delete(key);
  }
  const [unknown] = values.keys();
  if (unknown !== undefined) throw refused(`the statement has no parameter ${unknown}`);
}

function isPositional(params: SqlParams): params is readonly SqlValue[] {
  return Array.isArray(params);
}

function refused(why: string): GalleryError {
  return new GalleryError("SQL", `Parameters: ${why}.`);
}
