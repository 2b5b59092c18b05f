import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { openEmbedder } from "../src/embedding/index.js";
import { recordingEffects } from "./embedding-effects.js";
import { PLAIN_PREPROCESSING, testModel, writeModel } from "./embedding-onnx-model.js";

const root = mkdtempSync(join(tmpdir(), "akin-onnx-"));
afterAll(() => rmSync(root, { recursive: true }));
let models = 0;
const nextFolder = () => join(root, `model-${models++}`);
const open = (model: string, options: object = {}) =>
  openEmbedder({ model, ...options }, recordingEffects());

function solid(background: string, width = 20, height = 10): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

async function embed(folder: string, ...colours: string[]): Promise<number[][]> {
  const embedder = await open(folder);
  const photos = await Promise.all(colours.map((colour) => solid(colour)));
  const inputs = await Promise.all(photos.map((photo) => embedder.prepare(photo)));
  const vectors = await embedder.embed(inputs);
  await embedder.close();
  return vectors.map((vector) => Array.from(vector, (value) => Math.round(value * 1000) / 1000));
}

const RED = [1, 0, 0];
const WHITE = [0.577, 0.577, 0.577];

describe("the ONNX embedder", () => {
  it("finds input, output and dimensions in the files, and normalises", async () => {
    const folder = writeModel(nextFolder());
    expect((await open(folder)).model).toMatchObject({ name: "model-0", dimensions: 3 });
    expect(await embed(folder, "#ff0000", "#ffffff")).toEqual([RED, WHITE]);
  });

  it("takes the first token of an output [batch, tokens, D]", async () => {
    const folder = writeModel(nextFolder(), PLAIN_PREPROCESSING, {
      "vision_model.onnx": testModel({ form: "tokens" }),
    });
    expect(await embed(folder, "#ff0000", "#ffffff")).toEqual([RED, WHITE]);
  });

  it.each([1, 2])("loops over a model whose batch is fixed to %i", async (batch) => {
    const model = testModel({ input: { shape: [batch, 3, 8, 8] } });
    const folder = writeModel(nextFolder(), PLAIN_PREPROCESSING, { "model.onnx": model });
    expect(await embed(folder, "#ff0000", "#ffffff", "#ff0000")).toEqual([RED, WHITE, RED]);
  });

  it("chooses fp32 first, and the file that --dtype asks for", async () => {
    const folder = writeModel(nextFolder(), PLAIN_PREPROCESSING, {
      "model.onnx": testModel(),
      "model_quantized.onnx": testModel({ output: "embedding" }),
    });
    const plain = (await open(folder)).model.fingerprint;
    expect((await open(folder, { dtype: "fp32" })).model.fingerprint).toBe(plain);
    expect((await open(folder, { dtype: "q8" })).model.fingerprint).not.toBe(plain);
    await expect(open(folder, { dtype: "fp16" })).rejects.toMatchObject({
      code: "BAD_MODEL",
      message: expect.stringMatching(/model_fp16\.onnx .* is missing/),
    });
    await expect(open(folder, { dtype: "int4" })).rejects.toMatchObject({ code: "USAGE" });
  });

  it("has another fingerprint for other preprocessing, and the same one elsewhere", async () => {
    const fingerprint = async (folder: string, options = {}) =>
      (await open(folder, options)).model.fingerprint;
    const first = await fingerprint(writeModel(nextFolder()));
    expect(await fingerprint(writeModel(nextFolder()))).toBe(first);
    const bicubic = writeModel(nextFolder(), { ...PLAIN_PREPROCESSING, resample: 3 });
    expect(await fingerprint(bicubic)).not.toBe(first);
    expect(await fingerprint(bicubic, { enhance: true })).not.toBe(await fingerprint(bicubic));
  });

  it.each([
    ["two inputs", testModel({ secondInput: true }), /takes pixel_values, input_ids/],
    ["another size", testModel({ input: { shape: ["b", 3, 9, 9] } }), /\[b, 3, 9, 9\]: expected/],
    ["no embedding", testModel({ form: "maps" }), /gives last_hidden_state/],
    ["no model", new Uint8Array(40), /can't be opened as an ONNX model/],
  ])("refuses %s", async (_, model, message) => {
    const folder = writeModel(nextFolder(), PLAIN_PREPROCESSING, { "model.onnx": model });
    await expect(open(folder)).rejects.toMatchObject({
      code: "BAD_MODEL",
      message: expect.stringMatching(message),
    });
  });

  it("says which file is missing or no JSON", async () => {
    const folder = writeModel(nextFolder());
    writeFileSync(join(folder, "preprocessor_config.json"), "{");
    await expect(open(folder)).rejects.toThrow(/preprocessor_config\.json .* no readable JSON/);
    rmSync(join(folder, "preprocessor_config.json"));
    await expect(open(folder)).rejects.toThrow(/^preprocessor_config\.json is missing in /);
    rmSync(join(folder, "config.json"));
    await expect(open(folder)).rejects.toThrow(/^config\.json is missing in /);
  });

  it("names the devices there are", async () => {
    const folder = writeModel(nextFolder());
    await expect(open(folder, { device: "abacus" })).rejects.toMatchObject({
      code: "USAGE",
      message: expect.stringMatching(/^Unknown device "abacus": onnxruntime has cpu/),
    });
  });

  it("rejects a broken photo alone", async () => {
    const embedder = await open(writeModel(nextFolder()));
    await expect(embedder.prepare(Buffer.from("GIF89a"))).rejects.toThrow(/^can't be decoded: /);
    expect(await embedder.embed([await embedder.prepare(await solid("#123456"))])).toHaveLength(1);
  });
});
