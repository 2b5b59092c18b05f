import { existsSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { APPLICATION_ID, DATABASE_FORMAT_VERSION } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import { describeError } from "../describe-error.js";

export interface OpenOptions {
  readOnly?: boolean;
  /** Whether sqlite-vec may be loaded into this connection. */
  allowExtension?: boolean;
}

/**
 * Opens one of Akin's two databases; a file that isn't there, or is still empty, gets the schema.
 *
 * @throws AkinError `BAD_DATABASE` if the file is something else, `NEWER_FORMAT` if a newer Akin wrote it,
 *   `NO_GALLERY` if it isn't there and `readOnly`
 */
export function openDatabase(
  file: string,
  schema: string,
  options: OpenOptions = {},
): DatabaseSyncInstance {
  const { readOnly = false, allowExtension = false } = options;
  if (readOnly && !existsSync(file)) {
    throw new AkinError("NO_GALLERY", `${file} isn't there; run akin build first`);
  }
  const database = connect(file, { readOnly, allowExtension });
  try {
    const tables = single(database, "SELECT count(*) AS value FROM sqlite_master");
    if (tables === 0 && !readOnly) transaction(database, () => database.exec(schema));
    else refuseForeign(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error instanceof AkinError ? error : notADatabase(file, error);
  }
}

/** Runs `work` as one transaction: all of it is kept, or nothing. */
export function transaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function connect(
  file: string,
  options: { readOnly: boolean; allowExtension: boolean },
): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(file, { ...options, timeout: 5000 });
    // Large enough that the neighbours of 100,000 photos are written without reading pages back.
    database.exec("PRAGMA cache_size = -65536");
    return database;
  } catch (error) {
    database?.close();
    const message = describeError(error);
    if (message.includes("not a database")) throw notADatabase(file, error);
    if (options.readOnly && message.includes("readonly")) {
      // A killed process left a journal, which only a writer can roll back.
      connect(file, { ...options, readOnly: false }).close();
      return connect(file, options);
    }
    throw new AkinError("NOT_WRITABLE", `can't open ${file}: ${message}`, { cause: error });
  }
}

function refuseForeign(database: DatabaseSyncInstance, file: string): void {
  const application = single(database, "SELECT application_id AS value FROM pragma_application_id");
  if (application !== APPLICATION_ID) throw notADatabase(file);
  const version = single(database, "SELECT user_version AS value FROM pragma_user_version");
  if (typeof version === "number" && version > DATABASE_FORMAT_VERSION) {
    throw new AkinError(
      "NEWER_FORMAT",
      `${file} has format ${version}, this Akin reads up to ${DATABASE_FORMAT_VERSION}: update akin-gallery`,
    );
  }
}

function notADatabase(file: string, cause?: unknown): AkinError {
  const reason = cause === undefined ? "" : ` (${describeError(cause)})`;
  return new AkinError(
    "BAD_DATABASE",
    `${file} is not a database of Akin's${reason}: move it away, or choose another folder with --out`,
    { cause },
  );
}

/** The column `value` of a query's only row. */
export function single(
  database: DatabaseSyncInstance,
  sql: string,
  ...parameters: (string | number)[]
): unknown {
  return database.prepare(sql).get(...parameters)?.value;
}

/** Statements whose rows are being read. */
const reading = new Set<object>();

/**
 * The rows of a query, one after the other. The library's own iterator does not keep its statement alive: collected
 * in the middle of a loop, it takes the process down.
 */
export function* iterateRows<Row = Record<string, unknown>>(
  database: DatabaseSyncInstance,
  sql: string,
): Generator<Row> {
  const statement = database.prepare(sql);
  reading.add(statement);
  try {
    yield* statement.iterate();
  } finally {
    reading.delete(statement);
  }
}

/** @returns what `PRAGMA integrity_check` finds, empty if the database is whole */
export function integrityProblems(database: DatabaseSyncInstance): string[] {
  const rows = database
    .prepare("SELECT integrity_check AS problem FROM pragma_integrity_check")
    .all();
  return rows.map((row) => String(row.problem)).filter((problem) => problem !== "ok");
}
