import { GalleryError } from "../gallery-error.js";
import { untilAborted } from "../source/until-aborted.js";
import type {
  OpenRequest,
  SelectRequest,
  WorkerAnswer,
  WorkerMessage,
  WorkerRequest,
} from "../worker/messages.js";
import type { DatabaseProgress } from "./database.js";

interface Pending {
  resolve(answer: WorkerAnswer): void;
  reject(reason: unknown): void;
}

/** Requests and answers to and from the SQLite worker. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #closed: { reason: unknown } | null = null;

  constructor(worker: Worker, onProgress: (progress: DatabaseProgress) => void) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === "progress") onProgress(data);
      else this.#settle(data);
    };
    // The script could not be loaded, or fell over outside any request.
    worker.onerror = (event) => {
      event.preventDefault();
      const message = `The SQLite worker failed: ${event.message ?? "its script could not be loaded"}.`;
      this.close(new GalleryError("UNSUPPORTED", message));
    };
  }

  /** @throws GalleryError with the worker's code; the signal's reason; the reason of `close` */
  async ask(request: OpenRequest | SelectRequest, signal?: AbortSignal): Promise<WorkerAnswer> {
    signal?.throwIfAborted();
    if (this.#closed !== null) throw this.#closed.reason;
    const id = this.#nextId++;
    const answer = new Promise<WorkerAnswer>((resolve, reject) => {
      this.#worker.postMessage({ ...request, id } satisfies WorkerRequest);
      this.#pending.set(id, { resolve, reject });
    });
    return await untilAborted(answer, signal);
  }

  close(reason: unknown): void {
    if (this.#closed !== null) return;
    this.#closed = { reason };
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #settle(answer: WorkerAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (answer.type === "failed") pending?.reject(new GalleryError(answer.code, answer.message));
    else pending?.resolve(answer);
  }
}
