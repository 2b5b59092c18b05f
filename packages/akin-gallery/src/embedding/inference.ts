import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AkinError } from "../akin-error.js";
import type { EncoderFile, InferenceReply, InferenceRequest } from "./inference-messages.js";

interface Waiting {
  resolve(embeddings: Float32Array[]): void;
  reject(error: Error): void;
}

// By way of `dist`, so that the sources can be run too, by tests: a thread does not compile TypeScript.
const WORKER = new URL("../../dist/embedding/inference-worker.js", import.meta.url);

/** An image encoder in a thread of its own. */
export class Inference {
  private readonly waiting = new Map<number, Waiting>();
  private runs = 0;
  private ended: Error | undefined;

  private constructor(
    private readonly worker: Worker,
    /** The input that is the image. */
    readonly input: string,
    /** The output that is the embedding. */
    readonly output: string,
    /** Number of images of a run if the model fixes it, else null. */
    readonly fixedBatch: number | null,
  ) {
    worker.on("message", (reply: InferenceReply) => this.receive(reply));
    worker.on("error", (error) => this.fail(error));
    worker.on("exit", () => this.fail());
    worker.unref();
  }

  /** @throws AkinError BAD_MODEL or USAGE, as `openSession` and `describeEncoder` */
  static async open(file: EncoderFile): Promise<Inference> {
    const worker = new Worker(WORKER, { workerData: file });
    const [reply]: InferenceReply[] = await once(worker, "message");
    if (reply?.type === "opened") {
      return new Inference(worker, reply.input, reply.output, reply.fixedBatch);
    }
    await worker.terminate();
    throw reply?.type === "failed" ? errorOf(reply) : new Error("the network's thread is silent");
  }

  /**
   * Runs one batch.
   * @param pixels shape [batch, 3, height, width]; given away, so that nothing is copied
   * @returns for each image Float32Array of length D, as the network gives it
   * @throws AkinError FAILED if the thread has died
   */
  run(
    pixels: Float32Array<ArrayBuffer>,
    shape: [number, number, number, number],
  ): Promise<Float32Array[]> {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.runs;
    // Only a run that is waited for keeps the process alive.
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const request: InferenceRequest = { type: "run", id, pixels, shape };
      this.worker.postMessage(request, [pixels.buffer]);
    });
  }

  async close(): Promise<void> {
    if (this.ended) return;
    const ended = once(this.worker, "exit");
    this.worker.ref();
    this.worker.postMessage({ type: "close" } satisfies InferenceRequest);
    await ended;
  }

  private receive(reply: InferenceReply): void {
    if (reply.type === "opened") return;
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0) this.worker.unref();
    if (reply.type === "embeddings") waiting?.resolve(reply.embeddings);
    else waiting?.reject(errorOf(reply));
  }

  private fail(cause?: unknown): void {
    this.ended ??= new AkinError("FAILED", "the network's thread has ended", { cause });
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }
}

function errorOf({ code, message }: Extract<InferenceReply, { type: "failed" }>): Error {
  return code === null ? new Error(message) : new AkinError(code, message);
}
