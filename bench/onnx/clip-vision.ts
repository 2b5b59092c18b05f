import type { OnnxModel, OnnxNode, Tensor } from "./onnx-model.js";
import {
  floatAttribute,
  floats,
  floatValue,
  integerAttribute,
  integers,
  integersAttribute,
} from "./onnx-parts.js";
import { RandomNumbers } from "./random-numbers.js";

/** The sizes of a CLIP vision tower. */
export interface ClipVisionSize {
  image: number;
  patch: number;
  width: number;
  layers: number;
  heads: number;
  hidden: number;
  dimensions: number;
}

export const VIT_B_32: ClipVisionSize = {
  image: 224,
  patch: 32,
  width: 768,
  layers: 12,
  heads: 12,
  hidden: 3072,
  dimensions: 512,
};

/**
 * CLIP's vision tower with random weights, the same for the same seed: `pixel_values` [batch, 3, image, image] to
 * `image_embeds` [batch, dimensions]. What it sees means nothing; how long it takes is what CLIP takes.
 *
 * As `CLIPVisionModelWithProjection` of Hugging Face's transformers (`models/clip/modeling_clip.py`).
 */
export function clipVision(size: ClipVisionSize, seed = 1): OnnxModel {
  const network = new Network(seed);
  let tokens = embedPatches(network, size);
  tokens = network.layerNorm("pre", tokens, size.width);
  for (let layer = 0; layer < size.layers; layer++) {
    const name = `layer${layer}`;
    const first = network.layerNorm(`${name}.norm1`, tokens, size.width);
    tokens = network.node("Add", [tokens, attention(network, `${name}.attention`, first, size)]);
    const second = network.layerNorm(`${name}.norm2`, tokens, size.width);
    tokens = network.node("Add", [tokens, mlp(network, `${name}.mlp`, second, size)]);
  }
  const classToken = network.node(
    "Gather",
    [tokens, network.scalarIndex("first")],
    [integerAttribute("axis", 1)],
  );
  const pooled = network.layerNorm("post", classToken, size.width);
  network.product("projection", pooled, [size.width, size.dimensions], "image_embeds");
  return {
    // The first operator set with LayerNormalization.
    operatorSet: 17,
    inputs: [floatValue("pixel_values", ["batch", 3, size.image, size.image])],
    outputs: [floatValue("image_embeds", ["batch", size.dimensions])],
    tensors: network.tensors,
    nodes: network.nodes,
  };
}

/** A token for each patch, after the class token; with their positions. */
function embedPatches(network: Network, { image, patch, width }: ClipVisionSize): string {
  const patches = (image / patch) ** 2;
  const kernel = network.weights("patches", [width, 3, patch, patch]);
  const maps = network.node(
    "Conv",
    ["pixel_values", kernel],
    [
      integersAttribute("kernel_shape", [patch, patch]),
      integersAttribute("strides", [patch, patch]),
    ],
  );
  const flat = network.reshape(maps, [0, width, patches]);
  const tokens = network.transpose(flat, [0, 2, 1]);
  const batch = network.node(
    "Shape",
    ["pixel_values"],
    [integerAttribute("start", 0), integerAttribute("end", 1)],
  );
  const classShape = network.node(
    "Concat",
    [batch, network.integers([1, width])],
    [integerAttribute("axis", 0)],
  );
  const classToken = network.node("Expand", [network.weights("class", [1, 1, width]), classShape]);
  const all = network.node("Concat", [classToken, tokens], [integerAttribute("axis", 1)]);
  return network.node("Add", [all, network.weights("positions", [1, patches + 1, width])]);
}

function attention(
  network: Network,
  name: string,
  tokens: string,
  { width, heads, image, patch }: ClipVisionSize,
): string {
  const length = (image / patch) ** 2 + 1;
  const split = (which: string, order: readonly number[]) => {
    const all = network.linear(`${name}.${which}`, tokens, [width, width]);
    const scaled =
      which === "query" ? network.node("Mul", [all, network.scalar((width / heads) ** -0.5)]) : all;
    return network.transpose(network.reshape(scaled, [-1, length, heads, width / heads]), order);
  };
  const query = split("query", [0, 2, 1, 3]);
  const key = split("key", [0, 2, 3, 1]);
  const value = split("value", [0, 2, 1, 3]);
  const scores = network.node("MatMul", [query, key]);
  const shares = network.node("Softmax", [scores], [integerAttribute("axis", -1)]);
  const mixed = network.transpose(network.node("MatMul", [shares, value]), [0, 2, 1, 3]);
  const joined = network.reshape(mixed, [-1, length, width]);
  return network.linear(`${name}.out`, joined, [width, width]);
}

/** Two layers with CLIP's `quick_gelu`, x sigmoid(1.702 x), between them. */
function mlp(network: Network, name: string, tokens: string, size: ClipVisionSize): string {
  const first = network.linear(`${name}.first`, tokens, [size.width, size.hidden]);
  const scaled = network.node("Mul", [first, network.scalar(1.702)]);
  const gate = network.node("Sigmoid", [scaled]);
  const active = network.node("Mul", [first, gate]);
  return network.linear(`${name}.second`, active, [size.hidden, size.width]);
}

/** Collects nodes and weights; every method returns the name of what it makes. */
class Network {
  readonly nodes: OnnxNode[] = [];
  readonly tensors: Tensor[] = [];
  private readonly random: RandomNumbers;

  constructor(seed: number) {
    this.random = new RandomNumbers(seed);
  }

  node(
    type: string,
    inputs: readonly string[],
    attributes: readonly Uint8Array[] = [],
    output = `t${this.nodes.length}`,
  ): string {
    this.nodes.push({ type, inputs, outputs: [output], attributes });
    return output;
  }

  linear(name: string, input: string, shape: readonly [number, number]): string {
    const product = this.product(name, input, shape);
    return this.node("Add", [product, this.weights(`${name}.bias`, [shape[1]])]);
  }

  product(name: string, input: string, shape: readonly [number, number], output?: string): string {
    return this.node("MatMul", [input, this.weights(name, shape)], [], output);
  }

  layerNorm(name: string, input: string, width: number): string {
    const scale = this.constant(floats(`${name}.scale`, [width], new Float32Array(width).fill(1)));
    const bias = this.weights(`${name}.bias`, [width]);
    return this.node(
      "LayerNormalization",
      [input, scale, bias],
      [integerAttribute("axis", -1), floatAttribute("epsilon", 1e-5)],
    );
  }

  reshape(input: string, shape: readonly number[]): string {
    return this.node("Reshape", [input, this.integers(shape)]);
  }

  transpose(input: string, order: readonly number[]): string {
    return this.node("Transpose", [input], [integersAttribute("perm", order)]);
  }

  /** With a standard deviation of 0.02, as CLIP's layers begin their training. */
  weights(name: string, shape: readonly number[]): string {
    const length = shape.reduce((product, n) => product * n, 1);
    return this.constant(floats(name, shape, this.random.normal(length, 0.02)));
  }

  scalar(value: number): string {
    return this.constant(floats(`scalar${this.tensors.length}`, [], Float32Array.of(value)));
  }

  scalarIndex(name: string): string {
    return this.constant({ ...integers(name, [0]), shape: [] });
  }

  integers(values: readonly number[]): string {
    return this.constant(integers(`integers${this.tensors.length}`, values));
  }

  private constant(tensor: Tensor): string {
    this.tensors.push(tensor);
    return tensor.name;
  }
}
