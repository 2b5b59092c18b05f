import type { TextTowerFiles, VisionTowerFiles } from "akin-browser/format";
import { env, InferenceSession } from "onnxruntime-web/wasm";
import { loadTower } from "./load-tower.js";
import type { TowerAnswer, TowerRequest, TowerSource } from "./messages.js";
import { type EmbedWords, textRunner } from "./text-runner.js";
import { type DescribePixels, visionRunner } from "./vision-runner.js";

let embedWords: EmbedWords | null = null;
let describe: DescribePixels | null = null;
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
    // They are of the build that the page is of: what Node wrote as such.
    if (source.kind === "text") embedWords = textRunner(session, files as TextTowerFiles);
    else describe = visionRunner(session, files as VisionTowerFiles);
    post({ type: "open" });
  } catch (error) {
    post({ type: "failed", id: null, message: messageOf(error) });
  }
}

async function answer(request: Exclude<TowerRequest, { type: "open" }>): Promise<void> {
  const { id } = request;
  try {
    if (request.type === "words" && embedWords !== null) {
      const vector = Float32Array.from(await embedWords(request.words));
      post({ type: "vector", id, vector });
    } else if (request.type === "picture" && describe !== null) {
      post({ type: "picture", id, described: await describe(request.picture) });
    } else throw new Error("The network is not open.");
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
