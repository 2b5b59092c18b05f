import { GalleryError } from "../gallery-error.js";
import type { PieceCache } from "../source/piece-cache.js";
import { openPlainFile } from "../source/plain-file.js";
import type { OnLoading } from "../source/shared-load.js";
import { registerVec0 } from "../vec0/index.js";
import { Connection } from "./connection.js";
import type { OpenFilesRequest } from "./messages.js";
import { ReadOnlyVfs } from "./read-only-vfs.js";
import { startSqlite } from "./start-sqlite.js";

/**
 * Opens plain SQLite files at URLs, while SQLite starts; the second one is attached to the first as `vectors`.
 *
 * @throws GalleryError `MISMATCH` if the two are of different builds
 */
export async function openFiles(
  { database, vectors }: OpenFilesRequest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<Connection> {
  const urls = vectors === null ? [database] : [database, vectors];
  const progress = new Map<string, [loaded: number, total: number]>();
  const fetchDatabase = (url: string) =>
    openPlainFile(url, signal, (...bytes) => {
      progress.set(url, bytes);
      const sum = (index: 0 | 1) =>
        [...progress.values()].reduce((total, pair) => total + pair[index], 0);
      onLoading(sum(0), sum(1));
    });
  const [sqlite3, main, second] = await Promise.all([
    startSqlite(),
    fetchDatabase(database),
    vectors === null ? null : fetchDatabase(vectors),
  ]);
  const vfs = new ReadOnlyVfs(sqlite3);
  const db = new sqlite3.oo1.DB(vfs.add("database.db", main), "r");
  registerVec0(sqlite3, db);
  const connection = new Connection(sqlite3, db, vfs);
  if (second !== null) {
    await attach(connection, vfs, second, signal);
    await refuseOtherBuild(connection, urls, signal);
  }
  return connection;
}

async function attach(
  connection: Connection,
  vfs: ReadOnlyVfs,
  file: PieceCache,
  signal: AbortSignal,
): Promise<void> {
  const uri = vfs.add("vectors.db", file);
  await connection.run(() => connection.selectNow("ATTACH ? AS vectors", [uri]), signal);
}

/** `akin build` writes one id in both of a pair; files of other programs, and their vectors, have none. */
async function refuseOtherBuild(
  connection: Connection,
  urls: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const main = await buildId(connection, "main.build_info", signal);
  const vectors = await buildId(connection, "vectors.vector_config", signal);
  if (main === vectors) return;
  throw new GalleryError(
    "MISMATCH",
    `${urls.join(" and ")} are not of one build: their build ids are ${main ?? "missing"} and ${vectors ?? "missing"}. Publish the files of one finished build.`,
  );
}

async function buildId(
  connection: Connection,
  table: "main.build_info" | "vectors.vector_config",
  signal: AbortSignal,
): Promise<string | null> {
  const [schema = "", name = ""] = table.split(".");
  const columns = await connection.select(
    "SELECT name FROM pragma_table_info(?, ?) WHERE name IN ('key', 'value')",
    [name, schema],
    signal,
  );
  if (columns.length < 2) return null;
  const sql = `SELECT value FROM ${table} WHERE key = 'build_id'`;
  const [row] = await connection.select(sql, [], signal);
  return row === undefined ? null : String(row.value);
}
