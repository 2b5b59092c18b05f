import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEmbedder } from "../src/embedding/index.js";
import { preprocess } from "../src/embedding/preprocessing.js";
import { parsePreprocessing } from "../src/embedding/preprocessing-config.js";
import { recordingEffects } from "./embedding-effects.js";

const shared = process.env.AKIN_SHARED ?? "";

const CLIP = {
  size: 224,
  resample: 3,
  do_center_crop: true,
  crop_size: 224,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
};

describe.skipIf(!shared)("with the shared photos and models", () => {
  it.each([{ shrinkOnLoad: false }, { shrinkOnLoad: true }])(
    "preprocesses a photo as CLIP's authors do, %o",
    async ({ shrinkOnLoad }) => {
      const fixture = join(shared, "fixtures", "clip-preprocess");
      const expected = readNpy(join(fixture, "expected_preprocessed_image.npy"));
      const config = parsePreprocessing(CLIP, "CLIP");
      const options = { enhance: false, smartCrop: false, shrinkOnLoad };
      const tensor = await preprocess(join(fixture, "franz-kafka.jpg"), config, options);
      expect(tensor).toHaveLength(expected.length);
      const errors = tensor.map((value, i) => Math.abs(value - (expected[i] ?? 0)));
      expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.004);
      expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThan(0.04);
    },
  );

  it("finds clothes of the same kind with MobileNetV2", async () => {
    const model = join(shared, "models", "mobilenet-v2");
    expect(await clothingPrecisionAt5(model)).toBeGreaterThanOrEqual(0.62);
  });

  it("finds clothes of the same kind with akin-small", async () => {
    expect(await clothingPrecisionAt5("akin-small")).toBeGreaterThanOrEqual(0.5);
  });

  it("finds clothes of the same kind with builtin", async () => {
    expect(await clothingPrecisionAt5("builtin")).toBeGreaterThanOrEqual(0.42);
  });
});

/** Version 1 of NumPy's format, float32. */
function readNpy(file: string): Float32Array {
  const bytes = readFileSync(file);
  const data = bytes.subarray(10 + bytes.readUInt16LE(8));
  return new Float32Array(new Uint8Array(data).buffer);
}

async function clothingPrecisionAt5(model: string): Promise<number> {
  const embedder = await openEmbedder({ model }, recordingEffects());
  const root = join(shared, "photos", "clothing");
  const photos = readdirSync(root).flatMap((label) =>
    readdirSync(join(root, label)).map((file) => ({ label, path: join(root, label, file) })),
  );
  const vectors: Float32Array[] = [];
  for (let i = 0; i < photos.length; i += embedder.batchSize) {
    const batch = photos.slice(i, i + embedder.batchSize);
    const inputs = await Promise.all(batch.map(({ path }) => embedder.prepare(path)));
    vectors.push(...(await embedder.embed(inputs)));
  }
  await embedder.close();
  const hits = vectors.map((query, i) => {
    const scores = vectors.map((vector, j) => ({ j, score: j === i ? -2 : cosine(query, vector) }));
    const nearest = scores.sort((a, b) => b.score - a.score).slice(0, 5);
    return nearest.filter(({ j }) => photos[j]?.label === photos[i]?.label).length / 5;
  });
  return hits.reduce((sum, hit) => sum + hit, 0) / hits.length;
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
