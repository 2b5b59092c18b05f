import { GalleryError } from "../gallery-error.js";
import type { OnLoading } from "../source/shared-load.js";
import { untilAborted } from "../source/until-aborted.js";
import type { AnsweredRequest, Results, WorkerMessage, WorkerRequest } from "../worker/messages.js";
import type { Database } from "./database.js";

interface Pending {
  resolve(result: Results[keyof Results]): void;
  reject(reason: unknown): void;
  onLoading: OnLoading | undefined;
}

export interface AskOptions {
  signal?: AbortSignal | undefined;
  onLoading?: OnLoading | undefined;
}

/** Requests and answers to and from the SQLite worker. */
export class WorkerClient {
  /** Whether all vectors of the gallery are in the worker's memory. */
  hasVectors = false;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #closed: { reason: unknown } | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.#take(data);
    // The script could not be loaded, or fell over outside any request.
    worker.onerror = (event) => {
      event.preventDefault();
      const message = `The SQLite worker failed: ${event.message ?? "its script could not be loaded"}.`;
      this.close(new GalleryError("UNSUPPORTED", message));
    };
  }

  /** @throws GalleryError with the worker's code; the signal's reason; the reason of `close` */
  async ask<Type extends AnsweredRequest["type"]>(
    request: Extract<AnsweredRequest, { type: Type }>,
    { signal, onLoading }: AskOptions = {},
  ): Promise<Results[Type]> {
    signal?.throwIfAborted();
    if (this.#closed !== null) throw this.#closed.reason;
    const id = this.#nextId++;
    const result = new Promise<Results[keyof Results]>((resolve, reject) => {
      this.#send({ ...request, id });
      this.#pending.set(id, { resolve, reject, onLoading });
    });
    const cancel = () => this.#send({ type: "cancel", id });
    signal?.addEventListener("abort", cancel);
    try {
      // The worker answers each request with the result of its type.
      return (await untilAborted(result, signal)) as Results[Type];
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Gives the worker SQLite's WebAssembly, gzipped or not, which its first request waits for. */
  start(wasm: Uint8Array<ArrayBuffer>): void {
    if (this.#closed === null)
      this.#worker.postMessage({ type: "start", wasm } satisfies WorkerRequest, [wasm.buffer]);
  }

  /** All of the worker's connection, as a database. */
  database(): Database {
    return {
      select: async <Row>(
        sql: string,
        params: Parameters<Database["select"]>[1] = [],
        options: Parameters<Database["select"]>[2] = {},
        // The statement's columns are the caller's word.
      ) => (await this.ask({ type: "sql", sql, params }, options)) as Row[],
    };
  }

  close(reason: unknown): void {
    if (this.#closed !== null) return;
    this.#closed = { reason };
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #send(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  #take(message: WorkerMessage): void {
    const pending = this.#pending.get(message.id);
    switch (message.type) {
      case "progress":
        pending?.onLoading?.(message.loadedBytes, message.totalBytes);
        return;
      case "vectors-loaded":
        this.hasVectors = true;
        return;
      case "failed":
        pending?.reject(new GalleryError(message.code, message.message));
        break;
      case "answer":
        pending?.resolve(message.result);
        break;
    }
    this.#pending.delete(message.id);
  }
}
