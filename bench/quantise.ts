import type { OnnxModel, OnnxNode, Tensor } from "./onnx/onnx-model.js";
import { ELEMENT } from "./onnx/onnx-model.js";
import { floats, integerAttribute } from "./onnx/onnx-parts.js";
import { type QuantisedWeights, quantiseWeights, type WeightForm } from "./quantise-weights.js";

export interface QuantiseOptions {
  matMul: WeightForm;
  /** null leaves convolutions in float32. */
  conv: WeightForm | null;
}

/**
 * As the int8 files of CLIP on the Hugging Face hub were made (transformers.js `scripts/convert.py`: onnxruntime's
 * `quantize_dynamic` with `QUInt8`, `per_channel` and `reduce_range`), which quantises convolutions whole.
 */
export const AS_PUBLISHED: QuantiseOptions = {
  matMul: { type: "uint8", perChannel: true, bits: 7 },
  conv: { type: "uint8", perChannel: false, bits: 7 },
};

/** One scale for each output channel, and no zero points: what a network of depthwise convolutions needs. */
export const PER_CHANNEL: QuantiseOptions = {
  matMul: { type: "int8", perChannel: true, bits: 8 },
  conv: { type: "uint8", perChannel: true, bits: 8, symmetric: true },
};

/**
 * Dynamic quantisation, as onnxruntime's `quantize_dynamic` does it: weights are 8-bit integers in the file,
 * activations become 8-bit integers on the way, with one scale for a whole tensor. Only products with constant
 * weights change; all other operators stay in float32.
 */
export function quantise(model: OnnxModel, options: QuantiseOptions): OnnxModel {
  return new Quantiser(model, options).run();
}

class Quantiser {
  private readonly constants: Map<string, Tensor>;
  private readonly nodes: OnnxNode[] = [];
  /** Activations that are quantised already: several layers may read one. */
  private readonly activations = new Set<string>();

  constructor(
    private readonly model: OnnxModel,
    private readonly options: QuantiseOptions,
  ) {
    this.constants = new Map(model.tensors.map((tensor) => [tensor.name, tensor]));
  }

  run(): OnnxModel {
    for (const node of this.model.nodes) {
      const form = { MatMul: this.options.matMul, Conv: this.options.conv }[node.type];
      const weights = this.constants.get(node.inputs[1] ?? "");
      const rank = node.type === "Conv" ? 4 : 2;
      if (form && weights?.type === ELEMENT.float && weights.shape.length === rank) {
        this.replace(node, weights, form);
      } else this.nodes.push(node);
    }
    const used = new Set(this.nodes.flatMap(({ inputs }) => inputs));
    const tensors = [...this.constants.values()].filter(({ name }) => used.has(name));
    return { ...this.model, nodes: this.nodes, tensors };
  }

  /** The order and kinds of nodes that onnxruntime recognises and fuses. */
  private replace(node: OnnxNode, tensor: Tensor, form: WeightForm): void {
    const [input = ""] = node.inputs;
    const [output = ""] = node.outputs;
    const isConv = node.type === "Conv";
    const weights = quantiseWeights(tensor, isConv ? 0 : 1, form);
    const names = this.keepWeights(tensor, weights, isConv, form);
    this.quantiseActivation(input);
    this.add(
      isConv ? "ConvInteger" : "MatMulInteger",
      [`${input}.q`, names.values, `${input}.zero`, names.zero],
      `${output}.int32`,
      node.attributes,
    );
    const toFloat = integerAttribute("to", ELEMENT.float);
    this.add("Cast", [`${output}.int32`], `${output}.float`, [toFloat]);
    this.add("Mul", [`${input}.scale`, names.scale], `${output}.scales`);
    const bias = this.constants.get(node.inputs[2] ?? "");
    const product = bias ? `${output}.product` : output;
    this.add("Mul", [`${output}.float`, `${output}.scales`], product);
    if (bias) this.add("Add", [product, this.keepBias(bias)], output);
  }

  private quantiseActivation(name: string): void {
    if (this.activations.has(name)) return;
    this.activations.add(name);
    const outputs = [`${name}.q`, `${name}.scale`, `${name}.zero`];
    this.nodes.push({ type: "DynamicQuantizeLinear", inputs: [name], outputs, attributes: [] });
  }

  private keepWeights(
    tensor: Tensor,
    weights: QuantisedWeights,
    isConv: boolean,
    form: WeightForm,
  ) {
    const { name, shape } = tensor;
    const type = ELEMENT[form.type];
    const channels = weights.scales.length;
    // Convolutions have their channels before rows and columns, and take one zero point only.
    const scaleShape = !form.perChannel ? [] : isConv ? [channels, 1, 1] : [channels];
    const sameZero = isConv || !form.perChannel;
    const zeros = sameZero ? weights.zeros.subarray(0, 1) : weights.zeros;
    const zeroShape = sameZero ? [] : [channels];
    return {
      values: this.keep({ name: `${name}.q`, type, shape, data: weights.values }),
      zero: this.keep({ name: `${name}.zero`, type, shape: zeroShape, data: zeros }),
      scale: this.keep(floats(`${name}.scale`, scaleShape, weights.scales)),
    };
  }

  private keepBias(bias: Tensor): string {
    return this.keep({ ...bias, name: `${bias.name}.map`, shape: [...bias.shape, 1, 1] });
  }

  private keep(tensor: Tensor): string {
    this.constants.set(tensor.name, tensor);
    return tensor.name;
  }

  private add(
    type: string,
    inputs: readonly string[],
    output: string,
    attributes: readonly Uint8Array[] = [],
  ): void {
    this.nodes.push({ type, inputs, outputs: [output], attributes });
  }
}
