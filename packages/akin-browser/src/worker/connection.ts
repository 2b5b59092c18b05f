import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { SqlParams, SqlRow } from "../databases/database.js";
import type { ReadOnlyVfs } from "./read-only-vfs.js";
import { runSelect, stepThrough } from "./run-select.js";

/** A statement that still misses pages after so many attempts fetches the rest one by one, while the worker waits. */
const ATTEMPTS = 24;

/** The one SQLite connection of the worker, over files that are fetched piece by piece. */
export class Connection {
  readonly sqlite3: Sqlite3Static;
  readonly db: Database;
  readonly #vfs: ReadOnlyVfs;

  constructor(sqlite3: Sqlite3Static, db: Database, vfs: ReadOnlyVfs) {
    this.sqlite3 = sqlite3;
    this.db = db;
    this.#vfs = vfs;
  }

  /** Runs one statement. @throws GalleryError `SQL`, or why a piece of the file could not be fetched */
  select(sql: string, params: SqlParams, signal: AbortSignal): Promise<SqlRow[]> {
    return this.run(() => this.selectNow(sql, params), signal);
  }

  /** Runs one statement within `run`. */
  selectNow<Row extends SqlRow = SqlRow>(sql: string, params: SqlParams = []): Row[] {
    // The statement's columns are the caller's word.
    return runSelect(this.sqlite3, this.db, sql, params) as Row[];
  }

  /** Runs one statement within `run` and gives the whole numbers of each row, without making an object of it. */
  eachIntegers(
    sql: string,
    params: SqlParams,
    take: (first: number, second: number) => void,
  ): void {
    const { capi } = this.sqlite3;
    stepThrough(this.sqlite3, this.db, sql, params, (statement) => {
      // Of columns that a statement does not have SQLite gives 0.
      const second = statement.columnCount > 1 ? capi.sqlite3_column_double(statement, 1) : 0;
      take(capi.sqlite3_column_double(statement, 0), second);
    });
  }

  /**
   * Does work that reads the database. SQLite can't wait in the middle of a statement; so the work is let fail where a
   * piece of the file is missing, and done again once that has come. Pieces that it misses together, as several
   * statements do one by one, are fetched together; other requests are answered meanwhile; an abort ends it. Only work
   * that reads much of a large file makes the worker wait.
   *
   * @param work may be done several times
   */
  async run<T>(work: () => T, signal: AbortSignal): Promise<T> {
    let fetchedBytes = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      signal.throwIfAborted();
      const outcome = this.#attempt(work);
      const missing = [...this.#vfs.files].filter(({ missed }) => missed.size > 0);
      if (missing.length === 0) {
        if ("error" in outcome) throw outcome.error;
        return outcome.result;
      }
      const counts = await Promise.all(missing.map((file) => file.fetchMissed({ signal })));
      fetchedBytes += counts.reduce((sum, count) => sum + count, 0);
      if (missing.some((file) => file.fillsUp(fetchedBytes))) break;
    }
    return this.#finish(work);
  }

  /** Does several reads within `run`, so that all of them tell what they miss before any of it is fetched. */
  each<Item, Result>(items: readonly Item[], read: (item: Item) => Result): Result[] {
    const failures: unknown[] = [];
    const results = items.flatMap((item) => {
      try {
        return [read(item)];
      } catch (error) {
        failures.push(error);
        return [];
      }
    });
    if (failures.length > 0) throw failures[0];
    return results;
  }

  #attempt<T>(work: () => T): { result: T } | { error: unknown } {
    for (const { missed } of this.#vfs.files) missed.clear();
    try {
      return { result: work() };
    } catch (error) {
      return { error };
    }
  }

  #finish<T>(work: () => T): T {
    this.#vfs.waits = true;
    this.#vfs.failure = null;
    try {
      return work();
    } catch (error) {
      // SQLite says no more than "disk I/O error".
      throw this.#vfs.failure ?? error;
    } finally {
      this.#vfs.waits = false;
    }
  }
}
