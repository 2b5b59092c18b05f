import { InferenceSession, Tensor } from "onnxruntime-node";
import { PbfWriter } from "pbf";
import { expect, test } from "vitest";
import { signWeights } from "../src/embedding/signed-weights.js";

const FLOAT = 1;
const UINT8 = 2;

interface Layer {
  weights: number[];
  zeroPoints: number[];
  /** The weights go out of the network too. */
  isOutput?: boolean;
}

/** Two inputs, two channels: activations quantised on the way, weights as integers. */
function quantisedNetwork({ weights, zeroPoints, isOutput = false }: Layer): Uint8Array {
  const graph = new PbfWriter();
  node(graph, "DynamicQuantizeLinear", ["x"], ["x.q", "x.scale", "x.zero"]);
  node(graph, "MatMulInteger", ["x.q", "w", "x.zero", "w.zero"], ["y"]);
  graph.writeStringField(2, "test");
  constant(graph, "w", [2, 2], weights);
  constant(graph, "w.zero", [2], zeroPoints);
  value(graph, 11, "x", FLOAT, [1, 2]);
  value(graph, 12, "y", 6, [1, 2]);
  if (isOutput) value(graph, 12, "w", UINT8, [2, 2]);
  const model = new PbfWriter();
  model.writeVarintField(1, 8);
  model.writeBytesField(7, graph.finish());
  model.writeMessage(8, (version: number, pbf) => pbf.writeVarintField(2, version), 17);
  return model.finish();
}

function node(graph: PbfWriter, operator: string, inputs: string[], outputs: string[]): void {
  const write = (_: null, pbf: PbfWriter) => {
    for (const name of inputs) pbf.writeStringField(1, name);
    for (const name of outputs) pbf.writeStringField(2, name);
    pbf.writeStringField(4, operator);
  };
  graph.writeMessage(1, write, null);
}

function constant(graph: PbfWriter, name: string, shape: number[], values: number[]): void {
  const write = (_: null, pbf: PbfWriter) => {
    for (const dimension of shape) pbf.writeVarintField(1, dimension);
    pbf.writeVarintField(2, UINT8);
    pbf.writeStringField(8, name);
    pbf.writeBytesField(9, Uint8Array.from(values));
  };
  graph.writeMessage(5, write, null);
}

function value(graph: PbfWriter, field: number, name: string, type: number, shape: number[]): void {
  const dimensions = (_: null, pbf: PbfWriter) => {
    for (const size of shape) {
      pbf.writeMessage(1, (n: number, dim) => dim.writeVarintField(1, n), size);
    }
  };
  const tensor = (_: null, pbf: PbfWriter) => {
    pbf.writeVarintField(1, type);
    pbf.writeMessage(2, dimensions, null);
  };
  const write = (_: null, pbf: PbfWriter) => {
    pbf.writeStringField(1, name);
    pbf.writeMessage(2, (__: null, kind) => kind.writeMessage(1, tensor, null), null);
  };
  graph.writeMessage(field, write, null);
}

async function run(model: Uint8Array): Promise<number[]> {
  const session = await InferenceSession.create(model, { logSeverityLevel: 3 });
  const { y } = await session.run({
    x: new Tensor("float32", Float32Array.of(-1.5, 2.75), [1, 2]),
  });
  await session.release();
  return Array.from((y?.data ?? []) as Int32Array);
}

test("weights of 7 bits become signed, and give the same numbers", async () => {
  const model = quantisedNetwork({ weights: [0, 127, 64, 3], zeroPoints: [63, 1] });
  const signed = Uint8Array.from(model);
  expect(signWeights(signed)).toBe(1);
  expect(signed).not.toEqual(model);
  const results = await run(signed);
  expect(results).toEqual(await run(model));
  expect(results.some((result) => result !== 0)).toBe(true);
  expect(signWeights(signed)).toBe(0);
});

test("weights of 8 bits, and those that something else uses, stay as they are", () => {
  for (const layer of [
    { weights: [0, 128, 64, 3], zeroPoints: [63, 1] },
    { weights: [0, 12, 64, 3], zeroPoints: [63, 200] },
    { weights: [0, 12, 64, 3], zeroPoints: [63, 1], isOutput: true },
  ]) {
    const model = quantisedNetwork(layer);
    const before = Uint8Array.from(model);
    expect(signWeights(model)).toBe(0);
    expect(model).toEqual(before);
  }
});
