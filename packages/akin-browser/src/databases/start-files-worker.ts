import type { OnLoading } from "../source/shared-load.js";
import type { OpenFilesRequest } from "../worker/messages.js";
import { startWorker } from "./start-worker.js";
import type { WorkerClient } from "./worker-client.js";

/** Starts the worker that reads plain files, and tables that sqlite-vec wrote. */
export function startFilesWorker(
  request: OpenFilesRequest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<WorkerClient> {
  return startWorker(createWorker, request, signal, onLoading);
}

function createWorker(): Worker {
  return new Worker(new URL("../worker/files-worker.js", import.meta.url), { type: "module" });
}
