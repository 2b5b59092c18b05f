import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a network for tests should look like; its embedding is the mean of each channel. */
export interface TestModel {
  input?: { name?: string; shape?: (string | number)[] };
  /** A second input, as CLIP's whole model has. */
  secondInput?: boolean;
  output?: string;
  /** `pooled` [batch, 3]; `tokens` [batch, pixels, 3]; `maps` [batch, 3, height, width]. */
  form?: "pooled" | "tokens" | "maps";
}

const FLOAT = 1;

/**
 * A network without weights as ONNX bytes, encoded by hand: a dependency that writes ONNX would be larger than the rest.
 *
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function testModel({ input, secondInput, output, form = "pooled" }: TestModel = {}) {
  const from = input?.name ?? "pixel_values";
  const to = output ?? (form === "pooled" ? "image_embeds" : "last_hidden_state");
  const nodes = {
    pooled: [node("GlobalAveragePool", from, "pool"), node("Flatten", "pool", to)],
    tokens: [
      // [batch, 3, height, width] to [batch, height, width, 3]; Flatten would lose the batch.
      node("Transpose", from, "last", integers("perm", [0, 2, 3, 1])),
      node("ReduceMax", "last", to, integers("axes", [1]), integerAttribute("keepdims", 0)),
    ],
    maps: [node("Identity", from, to)],
  }[form];
  const rank = {
    pooled: ["batch", "d"],
    tokens: ["batch", "t", "d"],
    maps: ["batch", 3, "h", "w"],
  };
  const graph = [
    ...nodes.map((bytes) => message(1, bytes)),
    text(2, "test"),
    message(11, value(from, input?.shape ?? ["batch", 3, 8, 8])),
    ...(secondInput ? [message(11, value("input_ids", ["batch", "n"]))] : []),
    message(12, value(to, rank[form])),
  ].flat();
  return Uint8Array.from([...integer(1, 8), ...message(7, graph), ...message(8, integer(2, 17))]);
}

/** The preprocessing that fits `testModel`: 8 x 8, bytes to 0 … 1 and nothing else. */
export const PLAIN_PREPROCESSING = {
  size: { width: 8, height: 8 },
  resample: 2,
  do_center_crop: false,
  do_normalize: false,
};

/** Writes a model's folder in Hugging Face's layout. */
export function writeModel(
  folder: string,
  preprocessing: object = PLAIN_PREPROCESSING,
  weights: Record<string, Uint8Array> = { "model.onnx": testModel() },
): string {
  mkdirSync(join(folder, "onnx"), { recursive: true });
  writeFileSync(join(folder, "config.json"), "{}");
  writeFileSync(join(folder, "preprocessor_config.json"), JSON.stringify(preprocessing));
  for (const [name, bytes] of Object.entries(weights)) {
    writeFileSync(join(folder, "onnx", name), bytes);
  }
  return folder;
}

function node(type: string, input: string, output: string, ...attributes: number[][]): number[] {
  const encoded = attributes.flatMap((attribute) => message(5, attribute));
  return [...text(1, input), ...text(2, output), ...text(4, type), ...encoded];
}

function integers(name: string, values: number[]): number[] {
  return [...text(1, name), ...values.flatMap((n) => integer(8, n)), ...integer(20, 7)];
}

function integerAttribute(name: string, n: number): number[] {
  return [...text(1, name), ...integer(3, n), ...integer(20, 2)];
}

function value(name: string, shape: (string | number)[]): number[] {
  const dimensions = shape.flatMap((dimension) =>
    message(1, typeof dimension === "number" ? integer(1, dimension) : text(2, dimension)),
  );
  const type = message(1, [...integer(1, FLOAT), ...message(2, dimensions)]);
  return [...text(1, name), ...message(2, type)];
}

function text(field: number, string: string): number[] {
  return message(field, [...new TextEncoder().encode(string)]);
}

function message(field: number, bytes: number[]): number[] {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

function integer(field: number, n: number): number[] {
  return [...varint(field * 8), ...varint(n)];
}

function varint(n: number): number[] {
  return n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))];
}
