import { PbfReader } from "pbf";

/** Numbers of `TensorProto.DataType`. */
const UINT8 = 2;
const INT8 = 3;

/** Where a constant's type and values stand in the file. */
interface Constant {
  type: number;
  typeAt: number;
  values: Uint8Array;
}

interface Graph {
  /** By name. */
  constants: Map<string, Constant>;
  nodes: { operator: string; inputs: string[] }[];
  outputs: string[];
  /** False if a branch or loop has a graph of its own, or values stand in another file. */
  isPlain: boolean;
}

/**
 * Turns the 7-bit unsigned weights of a dynamically quantised network (0 to 127: onnxruntime's `quantize_dynamic` with
 * `QUInt8` and `reduce_range`, as transformers.js publishes CLIP) into signed ones, in place: weights and their zero
 * points move down by 64. Only their difference counts, so that every result stays the same bit by bit; but products
 * of unsigned activations with signed weights are what CPUs have instructions for, and onnxruntime its fast kernels:
 * ViT-B/32 takes half the CPU time (`bench pipeline`). Sums of two products still fit 16 bits, which CPUs without VNNI
 * need; that is why weights of 8 bits stay as they are.
 *
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 *
 * @param model an ONNX file's content; changed in place
 * @returns how many weights became signed; anything that is not surely of that kind stays as it is
 */
export function signWeights(model: Uint8Array): number {
  const { constants, nodes, outputs, isPlain } = readGraph(model);
  if (!isPlain) return 0;
  const uses = new Map<string, number>();
  for (const name of [...outputs, ...nodes.flatMap(({ inputs }) => inputs)]) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const sevenBits = (name: string | undefined): Constant | undefined => {
    const constant = uses.get(name ?? "") === 1 ? constants.get(name ?? "") : undefined;
    return constant?.type === UINT8 && haveSevenBits(constant.values) ? constant : undefined;
  };
  let signed = 0;
  for (const { operator, inputs } of nodes) {
    if (operator !== "MatMulInteger") continue;
    const weights = sevenBits(inputs[1]);
    const zeroPoints = sevenBits(inputs[3]);
    if (!weights || !zeroPoints) continue;
    for (const constant of [weights, zeroPoints]) moveDown(model, constant);
    signed++;
  }
  return signed;
}

/** A plain loop: there are 88 million weights. */
function haveSevenBits(values: Uint8Array): boolean {
  let bits = 0;
  for (let i = 0; i < values.length; i++) bits |= values[i] ?? 0;
  return bits < 128;
}

function moveDown(model: Uint8Array, { typeAt, values }: Constant): void {
  model[typeAt] = INT8;
  // A Uint8Array keeps the lowest byte, which is the negative number's two's complement.
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) - 64;
}

function readGraph(model: Uint8Array): Graph {
  const graph: Graph = { constants: new Map(), nodes: [], outputs: [], isPlain: true };
  // ModelProto.graph
  return new PbfReader(model).readFields((field, _, file) => {
    if (field === 7) file.readMessage(readGraphField, graph);
  }, graph);
}

function readGraphField(field: number, graph: Graph, file: PbfReader): void {
  if (field === 1) readNode(graph, file);
  else if (field === 5) readConstant(graph, file);
  else if (field === 12) {
    const output = file.readMessage(readName, { name: "" });
    graph.outputs.push(output.name);
  }
}

/** ValueInfoProto.name */
function readName(field: number, value: { name: string }, file: PbfReader): void {
  if (field === 1) value.name = file.readString();
}

/** NodeProto */
function readNode(graph: Graph, file: PbfReader): void {
  const node = { operator: "", inputs: [] as string[] };
  file.readMessage((field) => {
    if (field === 1) node.inputs.push(file.readString());
    else if (field === 4) node.operator = file.readString();
    // AttributeProto.g and graphs
    else if (field === 5) {
      file.readMessage((attribute) => {
        if (attribute === 6 || attribute === 11) graph.isPlain = false;
      }, node);
    }
  }, node);
  graph.nodes.push(node);
}

/** TensorProto; one whose values are not raw bytes is left out. */
function readConstant(graph: Graph, file: PbfReader): void {
  const constant: Constant & { name: string } = {
    name: "",
    type: 0,
    typeAt: 0,
    values: new Uint8Array(),
  };
  file.readMessage((field) => {
    if (field === 2) {
      constant.typeAt = file.pos;
      constant.type = file.readVarint();
    } else if (field === 8) constant.name = file.readString();
    else if (field === 9) constant.values = file.readBytes();
    // data_location
    else if (field === 14 && file.readVarint() !== 0) graph.isPlain = false;
  }, constant);
  if (constant.values.length > 0) graph.constants.set(constant.name, constant);
}
