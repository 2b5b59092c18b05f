import type { DatabasePair } from "../databases/database.js";
import { type DatabaseFiles, openDatabases } from "../databases/open-databases.js";
import type { DatabaseOptions } from "../gallery.js";
import { SharedLoad } from "../source/shared-load.js";

/** What gives databases: a gallery, or plain files. */
export interface DatabaseOpener {
  databases(options?: DatabaseOptions): Promise<DatabasePair>;
}

const byUrls = new Map<string, DatabaseOpener>();

/** One opener for all components that name the same files; they stay open as long as the page. */
export function filesOpener({ database, vectors }: DatabaseFiles): DatabaseOpener {
  const key = JSON.stringify([String(database), vectors === undefined ? null : String(vectors)]);
  const opener = byUrls.get(key) ?? newOpener({ database, vectors });
  byUrls.set(key, opener);
  return opener;
}

function newOpener(files: DatabaseFiles): DatabaseOpener {
  const pair = new SharedLoad<DatabasePair>((signal, onLoading) =>
    openDatabases(files, {
      signal,
      onProgress: ({ loadedBytes, totalBytes }) => onLoading(loadedBytes, totalBytes),
    }),
  );
  return {
    databases: ({ signal, onProgress } = {}) =>
      pair.get(signal, (loadedBytes, totalBytes) => onProgress?.({ loadedBytes, totalBytes })),
  };
}
