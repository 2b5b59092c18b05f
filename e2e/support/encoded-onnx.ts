import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ELEMENT, type OnnxModel, type ValueInfo, writeOnnx } from "../../bench/onnx/onnx-model.js";
import { Message } from "../../bench/onnx/protobuf.js";

let files = 0;

/** A network as the bytes of its file. */
export function encodedOnnx(model: OnnxModel): Uint8Array {
  const file = join(tmpdir(), `akin-drawn-${process.pid}-${files++}.onnx`);
  writeOnnx(file, model);
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}

export function node(
  type: string,
  inputs: string[],
  output: string,
  attributes: Uint8Array[] = [],
) {
  return { type, inputs, outputs: [output], attributes };
}

/** An int64 input whose sizes are not fixed. */
export function integerInput(name: string, shape: readonly string[]): ValueInfo {
  const dimensions = new Message();
  for (const size of shape) dimensions.message(1, new Message().text(2, size));
  const type = new Message().integer(1, ELEMENT.int64).message(2, dimensions);
  const value = new Message().text(1, name).message(2, new Message().message(1, type));
  return { name, encoded: Buffer.concat(value.pieces) };
}
