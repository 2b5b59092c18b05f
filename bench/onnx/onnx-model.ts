import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { bytesOf, integerOf, Message, readFields, readPackedVarints, textOf } from "./protobuf.js";

/** Numbers of `TensorProto.DataType`. */
export const ELEMENT = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;

/** A constant. */
export interface Tensor {
  name: string;
  /** One of `ELEMENT`. */
  type: number;
  shape: readonly number[];
  /** Row after row, little-endian. */
  data: Uint8Array;
}

export interface OnnxNode {
  type: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Encoded `AttributeProto`s. */
  attributes: readonly Uint8Array[];
}

/** An input or output; the shape only matters to whoever reads it, so it stays encoded. */
export interface ValueInfo {
  name: string;
  encoded: Uint8Array;
}

/** What the benchmarks need of an ONNX file: one graph of standard operators, without subgraphs. */
export interface OnnxModel {
  operatorSet: number;
  inputs: readonly ValueInfo[];
  outputs: readonly ValueInfo[];
  tensors: readonly Tensor[];
  nodes: readonly OnnxNode[];
}

/**
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. Constants that are listed as inputs too (old
 * files do that) become constants alone.
 */
export function readOnnx(file: string): OnnxModel {
  let [operatorSet, graph] = [0, new Uint8Array()];
  for (const { field, value } of readFields(readFileSync(file))) {
    if (field === 7) graph = Uint8Array.from(bytesOf(value));
    if (field === 8) {
      for (const part of readFields(bytesOf(value))) {
        if (part.field === 2) operatorSet = Math.max(operatorSet, integerOf(part.value));
      }
    }
  }
  const parts = [...readFields(graph)];
  const all = (field: number) =>
    parts.filter((p) => p.field === field).map((p) => bytesOf(p.value));
  const tensors = all(5).map(readTensor);
  const constants = new Set(tensors.map(({ name }) => name));
  return {
    operatorSet,
    inputs: all(11)
      .map(readValueInfo)
      .filter(({ name }) => !constants.has(name)),
    outputs: all(12).map(readValueInfo),
    tensors,
    nodes: all(1).map(readNode),
  };
}

function readTensor(bytes: Uint8Array): Tensor {
  const tensor = { name: "", type: 0, data: new Uint8Array() };
  const shape: number[] = [];
  for (const { field, value } of readFields(bytes)) {
    if (field === 1)
      shape.push(...(typeof value === "number" ? [value] : readPackedVarints(value)));
    else if (field === 2) tensor.type = integerOf(value);
    // float_data, when packed, is laid out as raw_data is.
    else if (field === 4 || field === 9) tensor.data = Uint8Array.from(bytesOf(value));
    else if (field === 7) {
      const integers = typeof value === "number" ? [value] : readPackedVarints(value);
      const data = new Uint8Array(BigInt64Array.from(integers.map(BigInt)).buffer);
      tensor.data = Uint8Array.from([...tensor.data, ...data]);
    } else if (field === 8) tensor.name = textOf(value);
  }
  return { ...tensor, shape };
}

function readValueInfo(encoded: Uint8Array): ValueInfo {
  const name = [...readFields(encoded)].find(({ field }) => field === 1);
  return { name: name ? textOf(name.value) : "", encoded };
}

function readNode(bytes: Uint8Array): OnnxNode {
  const parts = [...readFields(bytes)];
  const texts = (field: number) =>
    parts.filter((p) => p.field === field).map((p) => textOf(p.value));
  return {
    type: texts(4)[0] ?? "",
    inputs: texts(1),
    outputs: texts(2),
    attributes: parts.filter((p) => p.field === 5).map((p) => bytesOf(p.value)),
  };
}

/** Written beside and renamed, so that a file that is there is whole. */
export function writeOnnx(file: string, model: OnnxModel): void {
  const handle = openSync(`${file}.part`, "w");
  for (const piece of encode(model).pieces) {
    for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
  }
  closeSync(handle);
  renameSync(`${file}.part`, file);
}

function encode({ operatorSet, inputs, outputs, tensors, nodes }: OnnxModel): Message {
  const graph = new Message();
  for (const { type, inputs, outputs, attributes } of nodes) {
    const node = new Message();
    for (const name of inputs) node.text(1, name);
    for (const name of outputs) node.text(2, name);
    node.text(4, type);
    for (const attribute of attributes) node.bytes(5, attribute);
    graph.message(1, node);
  }
  graph.text(2, "akin-bench");
  for (const { name, type, shape, data } of tensors) {
    const tensor = new Message();
    for (const dimension of shape) tensor.integer(1, dimension);
    graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, data));
  }
  for (const { encoded } of inputs) graph.bytes(11, encoded);
  for (const { encoded } of outputs) graph.bytes(12, encoded);
  const irVersion = 8;
  const operators = new Message().integer(2, operatorSet);
  return new Message().integer(1, irVersion).message(7, graph).message(8, operators);
}
