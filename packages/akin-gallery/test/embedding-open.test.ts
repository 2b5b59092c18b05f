import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findRegisteredModel, openEmbedder } from "../src/embedding/index.js";
import { recordingEffects } from "./embedding-effects.js";
import { startHub, type TestHub } from "./embedding-hub.js";
import { PLAIN_PREPROCESSING, testModel, writeModel } from "./embedding-onnx-model.js";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const CLIP = findRegisteredModel("clip-vit-b-32");
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const files = {
  "config.json": json({}),
  "preprocessor_config.json": json(PLAIN_PREPROCESSING),
  "onnx/vision_model_quantized.onnx": testModel(),
};

let home = "";
let hub: TestHub | undefined;

/** Points the hub's client at a fresh cache, and at a server or at a port where nobody listens. */
async function useHub(repository?: string, commit = COMMIT, content: typeof files = files) {
  hub = repository ? await startHub(repository, commit, content) : undefined;
  vi.stubEnv("HF_ENDPOINT", hub?.url ?? "http://127.0.0.1:9");
  return hub;
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "akin-hub-"));
  vi.stubEnv("HF_HOME", home);
  vi.stubEnv("HF_HUB_CACHE", undefined);
  vi.stubEnv("HUGGINGFACE_HUB_CACHE", undefined);
  vi.stubEnv("HF_TOKEN", undefined);
});
afterEach(() => {
  hub?.close();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

describe("--model auto", () => {
  it("takes akin-small when CLIP can't be downloaded, and says so and how to upgrade", async () => {
    await useHub();
    const effects = recordingEffects();
    const { model } = await openEmbedder({ model: "auto" }, effects);
    expect(model).toMatchObject({ name: "akin-small", dimensions: 256 });
    expect(effects.lines).toEqual([
      expect.stringMatching(
        /^The model .* can't be downloaded: .*"akin-small" .*not CLIP.*--model clip-vit-b-32[^\n]*$/,
      ),
    ]);
  });

  it("asks nobody with --offline", async () => {
    const server = await useHub(CLIP?.repository);
    const effects = recordingEffects();
    expect((await openEmbedder({ model: "auto", offline: true }, effects)).model.name).toBe(
      "akin-small",
    );
    expect(effects.lines).toEqual([expect.stringContaining("--offline")]);
    expect(server?.requests).toEqual([]);
  });

  it("keeps the model that a gallery has, without a word", async () => {
    await useHub();
    const effects = recordingEffects();
    const folder = writeModel(join(home, "mine"));
    const kept = await openEmbedder({ model: "auto", existingModel: folder }, effects);
    expect(kept.model.name).toBe("mine");
    expect(effects.lines).toEqual([]);
    const gone = openEmbedder({ model: "auto", existingModel: "clip-vit-b-16" }, effects);
    await expect(gone).rejects.toMatchObject({ code: "MODEL_NOT_AVAILABLE" });
  });
});

describe("a named model", () => {
  it.each([
    ["clip-vit-b-32", /^The model Xenova\/clip-vit-base-patch32 can't be downloaded: [^\n]+$/],
    ["some/repository", /^The model some\/repository can't be downloaded: [^\n]+$/],
    [
      "clip-vit-b-23",
      /^There is no model "clip-vit-b-23": expected auto, akin-small, builtin, clip-vit-b-32/,
    ],
  ])("%s that can't be had fails in one line", async (model, message) => {
    await useHub();
    await expect(openEmbedder({ model }, recordingEffects())).rejects.toMatchObject({
      code: "MODEL_NOT_AVAILABLE",
      message: expect.stringMatching(message),
    });
  });

  it("gives up on a hub that never answers within 5 seconds", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => silent.once("listening", done));
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    vi.stubEnv("HF_ENDPOINT", `http://127.0.0.1:${port}`);
    const start = performance.now();
    await expect(openEmbedder({ model: "a/b" }, recordingEffects())).rejects.toThrow(/no answer/);
    expect(performance.now() - start).toBeLessThan(5000);
    silent.close();
  });

  it("is downloaded once, and then comes from the cache", async () => {
    const server = await useHub("some/encoder");
    const log = vi.spyOn(console, "debug");
    const first = await openEmbedder({ model: "some/encoder" }, recordingEffects());
    expect(first.model).toMatchObject({ name: "some/encoder", dimensions: 3 });
    expect(log).not.toHaveBeenCalled();
    const asked = server?.requests.length;
    const again = await openEmbedder({ model: "some/encoder", offline: true }, recordingEffects());
    expect(again.model).toEqual(first.model);
    expect(server?.requests).toHaveLength(asked ?? -1);
  });

  it("is not used when its content is not what was published", async () => {
    await useHub(CLIP?.repository, CLIP?.revision ?? "");
    const open = () => openEmbedder({ model: "clip-vit-b-32" }, recordingEffects());
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(open()).rejects.toMatchObject({
        code: "MODEL_NOT_AVAILABLE",
        message: expect.stringMatching(/not the file that was published/),
      });
    }
  });

  it("says what a repository lacks", async () => {
    await useHub("some/encoder");
    const open = openEmbedder({ model: "some/encoder", dtype: "fp16" }, recordingEffects());
    await expect(open).rejects.toMatchObject({ code: "BAD_MODEL" });
  });
});
