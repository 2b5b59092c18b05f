import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signWeights } from "akin-gallery/embedding";
import { clipVision, VIT_B_32 } from "../onnx/clip-vision.js";
import { readOnnx, writeOnnx } from "../onnx/onnx-model.js";
import { AS_PUBLISHED, PER_CHANNEL, quantise } from "../quantise.js";

/** Raised when the network or the quantiser changes, so that an old file is not taken for a new one. */
const VERSION = 1;

/** https://huggingface.co/openai/clip-vit-base-patch32/blob/main/preprocessor_config.json, with all that is implied. */
const CLIP_PREPROCESSING = {
  image_processor_type: "CLIPImageProcessor",
  do_resize: true,
  size: { shortest_edge: 224 },
  resample: 3,
  do_center_crop: true,
  crop_size: { height: 224, width: 224 },
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: true,
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
};

/** A folder in Hugging Face's layout, and two more files of the same network for comparison. */
export interface FullSizeModel {
  folder: string;
  fp32: string;
  /** Quantised as the file on the hub is. */
  q8: string;
  /** The same network with signed weights, as Akin runs it. */
  q8Signed: string;
  /** One symmetric scale for each channel. */
  q8PerChannel: string;
}

/**
 * Makes CLIP ViT-B/32's vision tower, full size, with random weights: the load of the throughput benchmarks. What is
 * there from an earlier run is kept; 350 MB in float32 and 89 MB for each int8 file.
 */
export function fullSizeModel(cache: string): FullSizeModel {
  const folder = join(cache, `clip-vit-b-32-random-${VERSION}`);
  const model: FullSizeModel = {
    folder,
    fp32: join(folder, "onnx", "vision_model.onnx"),
    q8: join(folder, "onnx", "vision_model_quantized.onnx"),
    q8Signed: join(folder, "signed.onnx"),
    q8PerChannel: join(folder, "per-channel.onnx"),
  };
  mkdirSync(join(folder, "onnx"), { recursive: true });
  writeFileSync(join(folder, "config.json"), JSON.stringify({ model_type: "clip" }));
  writeFileSync(join(folder, "preprocessor_config.json"), JSON.stringify(CLIP_PREPROCESSING));
  if (!existsSync(model.fp32)) writeOnnx(model.fp32, clipVision(VIT_B_32));
  if (!existsSync(model.q8)) writeOnnx(model.q8, quantise(readOnnx(model.fp32), AS_PUBLISHED));
  if (!existsSync(model.q8Signed)) writeSigned(model);
  if (!existsSync(model.q8PerChannel)) {
    writeOnnx(model.q8PerChannel, quantise(readOnnx(model.fp32), PER_CHANNEL));
  }
  return model;
}

function writeSigned({ q8, q8Signed }: FullSizeModel): void {
  const network = readFileSync(q8);
  if (signWeights(network) === 0) throw new Error("expected weights that can become signed");
  writeFileSync(q8Signed, network);
}
