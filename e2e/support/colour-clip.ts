import type { OnnxModel } from "../../bench/onnx/onnx-model.js";
import {
  floats,
  floatValue,
  integerAttribute,
  integersAttribute,
} from "../../bench/onnx/onnx-parts.js";
import { encodedOnnx, integerInput, node } from "./encoded-onnx.js";
import { CLIP_PREPROCESSING } from "./hub-clip.js";
import { smallTokenizer } from "./small-tokenizer.js";

const DIMENSIONS = 8;

/** What the words that the pair understands mean: what is more of red, green and blue than in grey. */
const MEANINGS: Record<string, [number, number, number]> = {
  // First, because the pair of letters that "red" begins with would be joined in it otherwise.
  green: [0, 1, 0],
  red: [1, 0, 0],
  blue: [0, 0, 1],
};

/** All photos point a little in one direction, and all words in another, as CLIP's do. */
const PHOTOS = 3;
const WORDS = 4;
/** Three dimensions by which all differ a little. */
const OTHERS = 5;

/**
 * The files of a repository laid out as CLIP's are on the hub, whose networks know a little: a photo's vector is its mean
 * colour, a text's the mean of its words, of which three are colours.
 */
export function colourClip(): Record<string, Uint8Array> {
  const tokenizer = smallTokenizer(["a", "photo", "of", ...Object.keys(MEANINGS)]);
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const tokenizerFiles = Object.entries(tokenizer.files);
  return {
    "config.json": json({ model_type: "clip", projection_dim: DIMENSIONS }),
    "preprocessor_config.json": json(CLIP_PREPROCESSING),
    ...Object.fromEntries(tokenizerFiles.map(([file, content]) => [file, json(content)])),
    "onnx/vision_model.onnx": encodedOnnx(visionTower()),
    "onnx/text_model.onnx": encodedOnnx(textTower(tokenizer.size, tokenizer.idOf)),
  };
}

function visionTower(): OnnxModel {
  const places = (from: number, scale: number) => {
    const matrix = new Float32Array(3 * DIMENSIONS);
    for (let i = 0; i < 3; i++) matrix[i * DIMENSIONS + from + i] = scale;
    return matrix;
  };
  // Each channel less the mean of all three.
  const chroma = Float32Array.from({ length: 9 }, (_, i) => (i % 4 === 0 ? 1 : 0) - 1 / 3);
  const common = new Float32Array(DIMENSIONS);
  common[PHOTOS] = 1;
  return {
    operatorSet: 17,
    inputs: [floatValue("pixel_values", ["batch", 3, 224, 224])],
    outputs: [floatValue("image_embeds", ["batch", DIMENSIONS])],
    tensors: [
      floats("chroma", [3, 3], chroma),
      floats("least", [], Float32Array.of(0.5)),
      floats("little", [], Float32Array.of(-0.1)),
      floats("much", [], Float32Array.of(0.1)),
      floats("colours", [3, DIMENSIONS], places(0, 1)),
      floats("others", [3, DIMENSIONS], places(OTHERS, 1)),
      floats("common", [DIMENSIONS], common),
    ],
    nodes: [
      node("GlobalAveragePool", ["pixel_values"], "pool"),
      node("Flatten", ["pool"], "means"),
      node("MatMul", ["means", "chroma"], "tint"),
      // A colour is seen from some strength on; what a photo lacks of it says nothing, as in CLIP.
      node("Sub", ["tint", "least"], "strength"),
      node("Relu", ["strength"], "seen"),
      node("MatMul", ["seen", "colours"], "colour"),
      // All photos differ a little, for other words too.
      node("Clip", ["tint", "little", "much"], "shade"),
      node("MatMul", ["shade", "others"], "rest"),
      node("Add", ["colour", "rest"], "both"),
      node("Add", ["both", "common"], "image_embeds"),
    ],
  };
}

function textTower(size: number, idOf: (word: string) => number): OnnxModel {
  const words = new Float32Array(size * DIMENSIONS);
  for (let id = 0; id < size; id++) {
    words[id * DIMENSIONS + WORDS] = 1;
    // So that other words differ.
    words[id * DIMENSIONS + OTHERS + (id % 3)] = 0.1 * ((id % 7) - 3);
  }
  for (const [word, meaning] of Object.entries(MEANINGS))
    words.set(meaning, idOf(word) * DIMENSIONS);
  return {
    operatorSet: 17,
    inputs: [integerInput("input_ids", ["batch", "tokens"])],
    outputs: [floatValue("text_embeds", ["batch", DIMENSIONS])],
    tensors: [floats("words", [size, DIMENSIONS], words)],
    nodes: [
      node("Gather", ["words", "input_ids"], "tokens"),
      node("ReduceMean", ["tokens"], "text_embeds", [
        integersAttribute("axes", [1]),
        integerAttribute("keepdims", 0),
      ]),
    ],
  };
}
