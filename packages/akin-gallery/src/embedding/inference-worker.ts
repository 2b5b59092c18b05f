// A thread of its own for the network: onnxruntime's `run` blocks the thread that calls it, and the main one has to
// hand out decoding meanwhile.
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { AkinError } from "../akin-error.js";
import type { EncoderFile, InferenceReply, InferenceRequest } from "./inference-messages.js";
import { describeEncoder, type OnnxEncoder, runEncoder } from "./onnx-encoder.js";
import { openSession } from "./onnx-session.js";

const { path, width, height, ...options }: EncoderFile = workerData;

try {
  const session = await openSession(path, options);
  const encoder = describeEncoder(session, { width, height }, basename(path));
  parentPort?.on("message", (request: InferenceRequest) => answer(encoder, request));
  const { input, output, fixedBatch } = encoder;
  reply({ type: "opened", input, output, fixedBatch });
} catch (error) {
  reply(failure(0, error));
}

async function answer(encoder: OnnxEncoder, request: InferenceRequest): Promise<void> {
  if (request.type === "close") {
    await encoder.session.release();
    parentPort?.close();
    return;
  }
  try {
    const embeddings = await runEncoder(encoder, request.pixels, request.shape);
    reply({ type: "embeddings", id: request.id, embeddings });
  } catch (error) {
    reply(failure(request.id, error));
  }
}

function failure(id: number, error: unknown): InferenceReply {
  const code = error instanceof AkinError ? error.code : null;
  const message = error instanceof Error ? error.message : String(error);
  return { type: "failed", id, code, message };
}

function reply(message: InferenceReply): void {
  parentPort?.postMessage(message);
}
