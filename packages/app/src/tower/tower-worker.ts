import type { TextTowerFiles } from "akin-browser/format";
import { env, InferenceSession } from "onnxruntime-web/wasm";
import { loadTower } from "./load-tower.js";
import type { TowerAnswer, TowerRequest, TowerSource } from "./messages.js";
import { type EmbedWords, textRunner } from "./text-runner.js";

let embedWords: EmbedWords | null = null;
/** Networks run one question at a time. */
let before: Promise<unknown> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<TowerRequest>) => {
  before = before.then(() => (data.type === "open" ? open(data.source) : answer(data)));
});

async function open(source: TowerSource): Promise<void> {
  try {
    const { runtime, weights, files } = await loadTower(source, (loadedBytes, totalBytes) =>
      post({ type: "loading", loadedBytes, totalBytes }),
    );
    env.wasm.wasmBinary = runtime;
    // More threads need memory that is shared, and that headers which plain hosts don't send.
    env.wasm.numThreads = 1;
    env.logLevel = "fatal";
    const session = await InferenceSession.create(weights, { executionProviders: ["wasm"] });
    // It is of the build that the page is of: what Node wrote as such.
    embedWords = textRunner(session, files as TextTowerFiles);
    post({ type: "open" });
  } catch (error) {
    post({ type: "failed", id: null, message: messageOf(error) });
  }
}

async function answer({ id, words }: Extract<TowerRequest, { type: "words" }>): Promise<void> {
  try {
    if (embedWords === null) throw new Error("The network is not open.");
    post({ type: "vector", id, vector: Float32Array.from(await embedWords(words)) });
  } catch (error) {
    post({ type: "failed", id, message: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function post(message: TowerAnswer): void {
  postMessage(message);
}
