import { GalleryError } from "../gallery-error.js";
import type { AnsweredRequest, WorkerMessage, WorkerRequest } from "./messages.js";
import { OpenedDatabases } from "./opened-databases.js";
import { takeWasm } from "./start-sqlite.js";

/** The worker: opens databases once and answers requests on them. */
const databases = new OpenedDatabases();
const underWay = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.type === "start") takeWasm(data.wasm);
  else if (data.type === "cancel") underWay.get(data.id)?.abort();
  else answer(data);
});

async function answer(request: AnsweredRequest & { id: number }): Promise<void> {
  const { id } = request;
  const controller = new AbortController();
  underWay.set(id, controller);
  const hadVectors = databases.hasVectors;
  try {
    const result = await databases.answer(request, controller.signal, (loadedBytes, totalBytes) =>
      post({ type: "progress", id, loadedBytes, totalBytes }),
    );
    if (!hadVectors && databases.hasVectors) post({ type: "vectors-loaded", id });
    post({ type: "answer", id, result });
  } catch (error) {
    const code = error instanceof GalleryError ? error.code : "UNSUPPORTED";
    const message = error instanceof Error ? error.message : String(error);
    post({ type: "failed", id, code, message });
  } finally {
    underWay.delete(id);
  }
}

function post(message: WorkerMessage): void {
  postMessage(message);
}
