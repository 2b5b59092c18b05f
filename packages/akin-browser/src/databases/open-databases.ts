import type { Manifest, PublishedFile } from "../format/index.js";
import type { DatabaseFile, DatabaseName } from "../worker/messages.js";
import type { Database, DatabasePair, DatabaseProgress } from "./database.js";
import { WorkerClient } from "./worker-client.js";

/** A pair and the way to end its worker. */
export interface OpenedDatabases {
  pair: DatabasePair;
  /** Ends the worker; all that is asked of the pair then rejects with `reason`. */
  close(reason: unknown): void;
}

/**
 * Starts a worker and opens a site's databases in it.
 *
 * @param root the site's root, absolute, ending with `/`
 * @param signal ends the worker if it aborts before the databases are open
 */
export async function openDatabases(
  root: string,
  { buildId, databases }: Manifest,
  signal: AbortSignal,
  onProgress: (progress: DatabaseProgress) => void,
): Promise<OpenedDatabases> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("../worker/sqlite-worker.js", import.meta.url), {
    type: "module",
  });
  const client = new WorkerClient(worker, onProgress);
  const abort = () => client.close(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    await client.ask({
      type: "open",
      main: databaseFile(`${root}data/database/`, databases.main),
      vectors: databaseFile(`${root}data/vectors/`, databases.vectors),
      buildId,
    });
  } catch (error) {
    client.close(error);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
  const pair = { main: database(client, "main"), vectors: database(client, "vectors") };
  return { pair, close: (reason) => client.close(reason) };
}

function databaseFile(
  folder: string,
  { parts, bytes, transferBytes }: PublishedFile,
): DatabaseFile {
  return { urls: parts.map((part) => folder + encodeURIComponent(part)), bytes, transferBytes };
}

function database(client: WorkerClient, name: DatabaseName): Database {
  return {
    async select<Row>(
      sql: string,
      params: Parameters<Database["select"]>[1] = [],
      options: Parameters<Database["select"]>[2] = {},
    ) {
      const request = { type: "select", database: name, sql, params } as const;
      const answer = await client.ask(request, options.signal);
      // The statement's columns are the caller's word.
      return (answer.type === "rows" ? answer.rows : []) as Row[];
    },
  };
}
