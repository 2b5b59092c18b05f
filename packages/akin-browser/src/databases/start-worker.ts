import type { OnLoading } from "../source/shared-load.js";
import type { OpenFilesRequest, OpenGalleryRequest } from "../worker/messages.js";
import { WorkerClient } from "./worker-client.js";

/**
 * Starts a worker and opens databases in it.
 *
 * @param signal ends the worker if it aborts before the databases are open
 */
export async function startWorker(
  request: OpenGalleryRequest | OpenFilesRequest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<WorkerClient> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("../worker/sqlite-worker.js", import.meta.url), {
    type: "module",
  });
  const client = new WorkerClient(worker);
  const abort = () => client.close(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    await client.ask(request, { onLoading });
  } catch (error) {
    client.close(error);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
  return client;
}
