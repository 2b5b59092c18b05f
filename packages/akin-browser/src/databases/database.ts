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
   * An abort drops the result; the statement itself still runs to its end.
   *
   * @typeParam Row the columns that the statement gives; not checked
   * @throws GalleryError `SQL` with SQLite's message; also if a parameter is missing or unknown
   */
  select<Row extends SqlRow = SqlRow>(
    sql: string,
    params?: SqlParams,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<Row[]>;
}

/** The published databases of one build. */
export interface DatabasePair {
  /** `images`, `images_fts`, `neighbours`, `build_info`. */
  main: Database;
  /** `image_vectors`, `vector_metadata`, `vector_config`, and `vec_distance_cosine(a, b)`. */
  vectors: Database;
}

/** How much of the databases is there, in bytes after decompression. */
export interface DatabaseProgress {
  loadedBytes: number;
  totalBytes: number;
}
