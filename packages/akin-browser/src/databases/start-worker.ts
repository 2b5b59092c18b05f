import type { OnLoading } from "../source/shared-load.js";
import type { OpenFilesRequest, OpenGalleryRequest } from "../worker/messages.js";
import { fetchSqlite } from "./fetch-sqlite.js";
import { WorkerClient } from "./worker-client.js";

/**
 * Starts a worker and opens databases in it.
 *
 * @param create makes the worker: bundlers find it where its URL is a literal
 * @param signal ends the worker if it aborts before the databases are open
 */
export async function startWorker(
  create: () => Worker,
  request: OpenGalleryRequest | OpenFilesRequest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<WorkerClient> {
  signal.throwIfAborted();
  const client = new WorkerClient(create());
  const starting = new AbortController();
  const abort = () => {
    client.close(signal.reason);
    starting.abort(signal.reason);
  };
  signal.addEventListener("abort", abort);
  try {
    await Promise.all([
      client.ask(request, { onLoading }),
      fetchSqlite(starting.signal).then((bytes) => client.start(bytes)),
    ]);
  } catch (error) {
    client.close(error);
    starting.abort(error);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
  return client;
}
