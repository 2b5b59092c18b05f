import { GalleryError, type GalleryErrorCode } from "../gallery-error.js";
import type { OnLoading } from "../source/shared-load.js";
import { Vec0Error } from "../vec0/vec0-error.js";
import type { AnsweredRequest, Results, WorkerMessage, WorkerRequest } from "./messages.js";
import { takeWasm } from "./start-sqlite.js";

/** What is open in a worker. */
export interface Answering {
  /** Whether all vectors of a gallery are in memory. */
  readonly hasVectors: boolean;
  /** Does what a message asks for. @throws GalleryError */
  answer(
    request: AnsweredRequest,
    signal: AbortSignal,
    onLoading: OnLoading,
  ): Promise<Results[keyof Results]>;
}

const underWay = new Map<number, AbortController>();

/** Has a worker answer the page's requests. */
export function serveRequests(databases: Answering): void {
  addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
    if (data.type === "start") takeWasm(data.wasm);
    else if (data.type === "cancel") underWay.get(data.id)?.abort();
    else answer(databases, data);
  });
}

async function answer(
  databases: Answering,
  request: AnsweredRequest & { id: number },
): Promise<void> {
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
    const message = error instanceof Error ? error.message : String(error);
    post({ type: "failed", id, code: codeOf(error), message });
  } finally {
    underWay.delete(id);
  }
}

function codeOf(error: unknown): GalleryErrorCode {
  if (error instanceof GalleryError) return error.code;
  // The browser gives no more memory, or its WebAssembly does not start.
  return error instanceof Vec0Error ? "UNSUPPORTED" : "UNEXPECTED";
}

function post(message: WorkerMessage): void {
  postMessage(message);
}
