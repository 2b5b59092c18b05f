import { ELEMENT, type Tensor, type ValueInfo } from "./onnx-model.js";
import { Message } from "./protobuf.js";

/** Numbers of `AttributeProto.AttributeType`. */
const ATTRIBUTE = { float: 1, integer: 2, integers: 7 } as const;

export function floatAttribute(name: string, value: number): Uint8Array {
  return join(new Message().text(1, name).float(2, value).integer(20, ATTRIBUTE.float));
}

export function integerAttribute(name: string, value: number): Uint8Array {
  return join(new Message().text(1, name).integer(3, value).integer(20, ATTRIBUTE.integer));
}

export function integersAttribute(name: string, values: readonly number[]): Uint8Array {
  const attribute = new Message().text(1, name);
  for (const value of values) attribute.integer(8, value);
  return join(attribute.integer(20, ATTRIBUTE.integers));
}

export function floats(name: string, shape: readonly number[], data: Float32Array): Tensor {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, type: ELEMENT.float, shape, data: bytes };
}

/** A vector of int64, as shapes and axes are given. */
export function integers(name: string, values: readonly number[]): Tensor {
  const data = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
  return { name, type: ELEMENT.int64, shape: [values.length], data };
}

/** A float32 input or output; names stand for sizes that are not fixed. */
export function floatValue(name: string, shape: readonly (number | string)[]): ValueInfo {
  const dimensions = new Message();
  for (const size of shape) {
    const dimension = new Message();
    dimensions.message(
      1,
      typeof size === "number" ? dimension.integer(1, size) : dimension.text(2, size),
    );
  }
  const type = new Message().integer(1, ELEMENT.float).message(2, dimensions);
  const value = new Message().text(1, name).message(2, new Message().message(1, type));
  return { name, encoded: join(value) };
}

function join({ pieces }: Message): Uint8Array {
  return Buffer.concat(pieces);
}
