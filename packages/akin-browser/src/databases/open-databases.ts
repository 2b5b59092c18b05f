import type { DatabaseOptions } from "../gallery.js";
import { GalleryError } from "../gallery-error.js";
import type { OwnDatabasePair } from "./database.js";
import { fetchCode } from "./fetch-code.js";

/** Where plain SQLite files are, relative to the page. */
export interface DatabaseFiles {
  database: string | URL;
  /** Attached as `vectors`, unless both are one file. */
  vectors?: string | URL | undefined;
}

/**
 * Opens plain SQLite files as `akin build` or `akin embed` writes them, or others: by HTTP ranges where the host has
 * them, so that only what is read is fetched, else whole. Tables of sqlite-vec can be read.
 *
 * @throws GalleryError `MISMATCH` if the two are of different builds, `CHANGED` if a file is replaced while it is read,
 *   `DAMAGED`, `NOT_FOUND`, `NETWORK`, `UNSUPPORTED`
 */
export async function openDatabases(
  { database, vectors }: DatabaseFiles,
  { signal, onProgress }: DatabaseOptions = {},
): Promise<OwnDatabasePair> {
  const { startFilesWorker } = await fetchCode(() => import("./start-files-worker.js"));
  const absolute = (url: string | URL) => new URL(url, document.baseURI).href;
  const client = await startFilesWorker(
    {
      type: "open-files",
      database: absolute(database),
      vectors: vectors === undefined ? null : absolute(vectors),
    },
    signal ?? new AbortController().signal,
    (loadedBytes, totalBytes) => onProgress?.({ loadedBytes, totalBytes }),
  );
  return {
    main: client.database(),
    vectors: client.database(),
    close: () => client.close(new GalleryError("CLOSED", "The databases were closed.")),
  };
}
