import { type ClipVisionSize, clipVision } from "../../bench/onnx/clip-vision.js";
import type { OnnxModel } from "../../bench/onnx/onnx-model.js";
import {
  floats,
  floatValue,
  integerAttribute,
  integersAttribute,
} from "../../bench/onnx/onnx-parts.js";
import { RandomNumbers } from "../../bench/onnx/random-numbers.js";
import { AS_PUBLISHED, quantise } from "../../bench/quantise.js";
import { encodedOnnx, integerInput, node } from "./encoded-onnx.js";
import { smallTokenizer } from "./small-tokenizer.js";

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
export const CLIP_PREPROCESSING = {
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
  const tokenizer = smallTokenizer(["photo", "of"]);
  const text = textTower(seed, tokenizer.size);
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return {
    "config.json": json({ model_type: "clip", projection_dim: TINY.dimensions }),
    "preprocessor_config.json": json(CLIP_PREPROCESSING),
    ...Object.fromEntries(
      Object.entries(tokenizer.files).map(([file, content]) => [file, json(content)]),
    ),
    "onnx/vision_model.onnx": encodedOnnx(vision),
    "onnx/vision_model_quantized.onnx": encodedOnnx(quantise(vision, AS_PUBLISHED)),
    "onnx/text_model.onnx": encodedOnnx(text),
    "onnx/text_model_quantized.onnx": encodedOnnx(quantise(text, AS_PUBLISHED)),
  };
}

/** `input_ids` int64 [batch, tokens] to `text_embeds` [batch, 512]: the mean of the tokens' embeddings, projected. */
function textTower(seed: number, vocabulary: number): OnnxModel {
  const random = new RandomNumbers(seed);
  const { width, dimensions } = TINY;
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
