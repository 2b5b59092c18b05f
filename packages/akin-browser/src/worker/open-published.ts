import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { Slots } from "../format/slots.js";
import { fetchChunkList } from "../source/chunk-list.js";
import { ChunkedFile } from "../source/chunked-file.js";
import { fetchPublished } from "../source/fetch-published.js";
import { PieceCache } from "../source/piece-cache.js";
import { WHOLE_BYTES } from "../source/plain-file.js";
import type { OnLoading } from "../source/shared-load.js";
import { SharedRequests } from "../source/shared-requests.js";
import { Connection } from "./connection.js";
import { GalleryVectors } from "./gallery-vectors.js";
import { hashNameHere } from "./hash-name-here.js";
import type { PublishedGallery } from "./messages.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { ReadOnlyVfs } from "./read-only-vfs.js";
import { tellSeldomUrl } from "./seldom-needed.js";
import { startSqlite } from "./start-sqlite.js";

/** Of each as many bytes as there are eights of photos: 1 MB in all for a million. */
const FILTERS_KEPT = 8;

/**
 * Opens a gallery's database, while SQLite starts: a small one whole, of a large one the start. That its pieces belong
 * to the gallery's build is in their names.
 *
 * @throws GalleryError
 */
export async function openPublished(
  published: PublishedGallery,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<OpenedGallery> {
  const { root, vectors } = published;
  tellSeldomUrl(published.seldom);
  const [sqlite3, file] = await Promise.all([
    startSqlite(),
    fetchDatabase(published, signal, onLoading),
  ]);
  const connection = openConnection(sqlite3, file);
  await connection.run(() => describeVectors(connection, published), signal);
  return {
    published,
    slots: new Slots(published.timeline),
    connection,
    vectors: vectors === null ? null : new GalleryVectors(`${root}data/vectors/`, vectors),
    filtered: new SharedRequests(FILTERS_KEPT),
  };
}

async function fetchDatabase(
  { root, database }: PublishedGallery,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<PieceCache> {
  const { bytes, transferBytes, pageSize, index, first } = database;
  const folder = `${root}data/database/`;
  const isWhole = bytes <= WHOLE_BYTES;
  const [list, ...early] = await Promise.all([
    fetchChunkList(folder, index, bytes / pageSize, hashNameHere, signal),
    // While it is not known yet where they are.
    ...(isWhole ? [] : first).map((name) => fetchPublished(folder, name, hashNameHere, { signal })),
  ]);
  const file = new PieceCache(new ChunkedFile(folder, list, pageSize, hashNameHere));
  for (const [at, chunk] of early.entries()) file.put(list.names.indexOf(first[at] ?? ""), chunk);
  if (isWhole) {
    let loaded = 0;
    const onBytes = (count: number) => {
      loaded += count;
      // A host that lets the browser decompress shows us more bytes than were transferred.
      onLoading(Math.min(loaded, transferBytes), transferBytes);
    };
    await file.fetchAll({ signal, onBytes });
  }
  return file;
}

function openConnection(sqlite3: Sqlite3Static, file: PieceCache): Connection {
  const vfs = new ReadOnlyVfs(sqlite3);
  const db = new sqlite3.oo1.DB(vfs.add("database.db", file), "r");
  return new Connection(sqlite3, db, vfs);
}

/** What vectors.db has beside the vectors, so that statements written for it run here. */
function describeVectors(
  connection: Connection,
  { buildId, modelName, vectors }: PublishedGallery,
): void {
  if (vectors === null) return;
  connection.selectNow(
    `CREATE TEMP TABLE IF NOT EXISTS vector_config(key TEXT PRIMARY KEY, value TEXT)`,
  );
  const config = {
    build_id: buildId,
    model_name: modelName,
    element_type: "int8",
    embedding_dim: String(vectors.dimensions),
  };
  for (const entry of Object.entries(config)) {
    connection.selectNow("INSERT OR REPLACE INTO vector_config VALUES (?, ?)", entry);
  }
  connection.selectNow(
    `CREATE TEMP VIEW IF NOT EXISTS vector_metadata(rowid, image_path, model_name, embedding_dim) AS
     SELECT slot, path,
       (SELECT value FROM temp.vector_config WHERE key = 'model_name'),
       (SELECT CAST(value AS INTEGER) FROM temp.vector_config WHERE key = 'embedding_dim')
     FROM main.images`,
  );
}
