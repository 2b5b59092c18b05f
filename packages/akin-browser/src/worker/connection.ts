import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import type { SqlParams, SqlRow } from "../databases/database.js";
import { GalleryError } from "../gallery-error.js";
import type { ReadOnlyVfs } from "./read-only-vfs.js";
import { runSelect, stepThrough } from "./run-select.js";

/** All that a statement reads is in memory at its end. */
const MOST_BYTES = 256 << 20;

/** The one SQLite connection of the worker, over files that are fetched piece by piece. */
export class Connection {
  readonly sqlite3: Sqlite3Static;
  readonly db: Database;
  readonly #vfs: ReadOnlyVfs;
  #underWay = 0;

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

  /** Runs one statement within `run` and gives the whole number of each row, without making an object of it. */
  eachInteger(sql: string, params: SqlParams, take: (value: number) => void): void {
    const { capi } = this.sqlite3;
    stepThrough(this.sqlite3, this.db, sql, params, (statement) =>
      take(capi.sqlite3_column_double(statement, 0)),
    );
  }

  /**
   * Does work that reads the database. SQLite can't wait in the middle of a statement, unless by a synchronous request
   * that stops the whole worker; so the work is let fail where a piece of the file is missing, and done again once that
   * has come. Pieces that it misses together, as several statements do one by one, are fetched together; other requests
   * are answered meanwhile; an abort ends it. Doing it again takes far less time than a request.
   *
   * @param work may be done many times
   * @throws GalleryError `SQL`, also if it reads too much of the database
   */
  async run<T>(work: () => T, signal: AbortSignal): Promise<T> {
    let fetchedBytes = 0;
    this.#underWay++;
    try {
      for (;;) {
        signal.throwIfAborted();
        const outcome = this.#attempt(work);
        const missing = [...this.#vfs.files].filter(({ missed }) => missed.size > 0);
        if (missing.length === 0) {
          if ("error" in outcome) throw outcome.error;
          return outcome.result;
        }
        const counts = await Promise.all(missing.map((file) => file.fetchMissed({ signal })));
        fetchedBytes += counts.reduce((sum, count) => sum + count, 0);
        if (fetchedBytes > MOST_BYTES) throw readsTooMuch();
      }
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) for (const file of this.#vfs.files) file.trim();
    }
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
}

function readsTooMuch(): GalleryError {
  return new GalleryError(
    "SQL",
    `The statement reads more than ${MOST_BYTES >> 20} MB of the database. Let it use an index, or a part of the table.`,
  );
}
