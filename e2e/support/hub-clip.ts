import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClipVisionSize, clipVision } from "../../bench/onnx/clip-vision.js";
import { ELEMENT, type OnnxModel, type ValueInfo, writeOnnx } from "../../bench/onnx/onnx-model.js";
import {
  floats,
  floatValue,
  integerAttribute,
  integersAttribute,
} from "../../bench/onnx/onnx-parts.js";
import { Message } from "../../bench/onnx/protobuf.js";
import { RandomNumbers } from "../../bench/onnx/random-numbers.js";
import { AS_PUBLISHED, quantise } from "../../bench/quantise.js";

/** CLIP's vision tower with one narrow layer: 1.5 MB, 1 ms a photo. */
const TINY: ClipVisionSize = {
  image: 224,
  patch: 32,
  width: 64,
  layers: 1,
  heads: 2,
  hidden: 128,
  dimensions: 512,
};

/** As OpenAI's CLIP has it. */
const PREPROCESSING = {
  crop_size: 224,
  do_center_crop: true,
  do_normalize: true,
  do_resize: true,
  feature_extractor_type: "CLIPFeatureExtractor",
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  size: 224,
};

/**
 * The files of a repository that is laid out as CLIP's are on the hub, with networks of the same inputs and outputs that
 * know nothing: their weights are random, the same for the same seed.
 */
export function tinyClip(seed = 1): Record<string, Uint8Array> {
  const vision = clipVision(TINY, seed);
  const text = textTower(seed);
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return {
    "config.json": json({ model_type: "clip", projection_dim: TINY.dimensions }),
    "preprocessor_config.json": json(PREPROCESSING),
    "onnx/vision_model.onnx": encoded(vision),
    "onnx/vision_model_quantized.onnx": encoded(quantise(vision, AS_PUBLISHED)),
    "onnx/text_model.onnx": encoded(text),
    "onnx/text_model_quantized.onnx": encoded(quantise(text, AS_PUBLISHED)),
  };
}

/** `input_ids` int64 [batch, tokens] to `text_embeds` [batch, 512]: the mean of the tokens' embeddings, projected. */
function textTower(seed: number): OnnxModel {
  const random = new RandomNumbers(seed);
  const { width, dimensions } = TINY;
  const vocabulary = 1024;
  return {
    operatorSet: 17,
    inputs: [integerInput("input_ids", ["batch", "tokens"])],
    outputs: [floatValue("text_embeds", ["batch", dimensions])],
    tensors: [
      floats("words", [vocabulary, width], random.normal(vocabulary * width, 0.02)),
      floats("projection", [width, dimensions], random.normal(width * dimensions, 0.02)),
    ],
    nodes: [
      node("Gather", ["words", "input_ids"], "tokens"),
      node("ReduceMean", ["tokens"], "mean", [
        integersAttribute("axes", [1]),
        integerAttribute("keepdims", 0),
      ]),
      node("MatMul", ["mean", "projection"], "text_embeds"),
    ],
  };
}

function node(type: string, inputs: string[], output: string, attributes: Uint8Array[] = []) {
  return { type, inputs, outputs: [output], attributes };
}

function integerInput(name: string, shape: readonly string[]): ValueInfo {
  const dimensions = new Message();
  for (const size of shape) dimensions.message(1, new Message().text(2, size));
  const type = new Message().integer(1, ELEMENT.int64).message(2, dimensions);
  const value = new Message().text(1, name).message(2, new Message().message(1, type));
  return { name, encoded: Buffer.concat(value.pieces) };
}

let files = 0;

function encoded(model: OnnxModel): Uint8Array {
  const file = join(tmpdir(), `akin-tiny-clip-${process.pid}-${files++}.onnx`);
  writeOnnx(file, model);
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}
