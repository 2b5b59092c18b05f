/** A value as SQLite stores it. Integers beyond 2^53 come as bigint. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** One result row, keyed by column name. */
export type SqlRow = Record<string, SqlValue>;

/** Values for `?` in order, or for `:name`, `@name` and `$name` by name (the prefix may be left out). */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** A read-only database that lives in a worker. */
export interface Database {
  /**
   * Runs one statement and gives all its rows. What follows the first statement in `sql` is not run.
   *
   * An abort drops the result, and what is still to be fetched for it.
   *
   * @typeParam Row the columns that the statement gives; not checked
   * @throws GalleryError `SQL` with SQLite's message, also if a parameter is missing or unknown; why a piece of the
   *   file could not be fetched
   */
  select<Row extends SqlRow = SqlRow>(
    sql: string,
    params?: SqlParams,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<Row[]>;
}

/** Two databases on one connection: statements of either can name the tables of both. */
export interface DatabasePair {
  /** `images` and what else the file has. */
  main: Database;
  /** `image_vectors`, `vector_metadata`, `vector_config`, and sqlite-vec's functions. */
  vectors: Database;
}

/** A pair that was opened for this caller alone. */
export interface OwnDatabasePair extends DatabasePair {
  /** Ends the worker; all that is asked of the pair then rejects with `CLOSED`. */
  close(): void;
}

/** How much of the databases is there of what is loaded before they open, in bytes as they are transferred. */
export interface DatabaseProgress {
  loadedBytes: number;
  totalBytes: number;
}
