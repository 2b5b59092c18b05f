import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedder } from "akin-gallery/embedding";
import { type BenchmarkContext, type Figure, figure, type Table } from "./benchmark.js";
import { embedPhotos } from "./embed-photos.js";
import type { LabelledPhoto } from "./labelled-photos.js";
import { readOnnx, writeOnnx } from "./onnx/onnx-model.js";
import { precision } from "./precision.js";
import { AS_PUBLISHED, PER_CHANNEL, type QuantiseOptions, quantise } from "./quantise.js";
import { quietEffects } from "./quiet-effects.js";

const FORMS: [string, QuantiseOptions | null][] = [
  ["float32", null],
  ["int8, a scale for each channel", PER_CHANNEL],
  [
    "int8, a scale for each weight tensor",
    { ...AS_PUBLISHED, conv: { type: "uint8", perChannel: false, bits: 8 } },
  ],
  ["int8, as CLIP is published (convolutions: 7 bits, one scale)", AS_PUBLISHED],
];

/** What int8 loses in precision at 5, and what it takes, against float32: the same network, the same photos. */
export async function measureQuantised(
  model: string,
  photos: LabelledPhoto[],
  context: BenchmarkContext,
): Promise<{ figures: Figure[]; table: Table }> {
  const folder = mkdtempSync(join(tmpdir(), "akin-bench-quantised-"));
  const network = readOnnx(join(model, "onnx", "model.onnx"));
  mkdirSync(join(folder, "onnx"));
  for (const file of ["config.json", "preprocessor_config.json"]) {
    copyFileSync(join(model, file), join(folder, file));
  }
  const rows: (readonly [string, number, number])[] = [];
  for (const [name, form] of FORMS) {
    const file = form ? "model_quantized.onnx" : "model.onnx";
    writeOnnx(join(folder, "onnx", file), form ? quantise(network, form) : network);
    const options = { model: folder, dtype: form ? "q8" : "fp32", batchSize: 1 };
    const embedder = await openEmbedder(options, quietEffects(context));
    const { vectors, embedMs } = await embedPhotos(embedder, photos);
    await embedder.close();
    rows.push([name, precision(photos, vectors).at5, embedMs]);
    context.print(`mobilenet-v2, ${name}: ${photos.length} photos embedded`);
  }
  rmSync(folder, { recursive: true });
  const [[, float32, slow] = ["", 0, 0], [, int8, fast] = ["", 0, 0]] = rows;
  return {
    figures: [
      figure(
        "mobilenet-v2, clothing: precision at 5 in float32 less that in int8",
        float32 - int8,
        "",
        {
          atMost: 0.01,
          peer: { name: "in float32", value: float32 },
        },
      ),
      figure("mobilenet-v2: time in int8 over that in float32", fast / slow, ""),
    ],
    table: {
      title: "MobileNetV2 in int8 (dynamic), one photo at a time: clothing",
      columns: ["weights", "precision at 5", "ms a photo"],
      rows: rows.map((row) => [...row]),
    },
  };
}
