/** What the first 100 bytes of a SQLite file say (https://www.sqlite.org/fileformat2.html#the_database_header). */

const MAGIC = "SQLite format 3\0";

/** Whether bytes are the start of a SQLite file. */
export function describesSqlite(start: Uint8Array): boolean {
  return start.length >= 100 && new TextDecoder().decode(start.subarray(0, 16)) === MAGIC;
}

/** The file's size in bytes; null where the header does not say it, as in files of old versions. */
export function sizeInHeader(start: Uint8Array): number | null {
  const header = new DataView(start.buffer, start.byteOffset, 100);
  const pageSize = header.getUint16(16) === 1 ? 65536 : header.getUint16(16);
  const isCountValid = header.getUint32(24) === header.getUint32(92);
  return isCountValid ? header.getUint32(28) * pageSize : null;
}

/**
 * The same file as one in rollback mode: a file in WAL mode can't be opened where nothing can be written. What a
 * database.db-wal beside it held is not seen.
 */
export function asRollback<T extends Uint8Array>(start: T): T {
  const isWal = start[18] === 2 && start[19] === 2;
  if (isWal) start.set([1, 1], 18);
  return start;
}
