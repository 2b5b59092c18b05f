const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;

/**
 * An ONNX model, encoded by hand because it has three nodes and no weights, and an encoder would be a dependency:
 * `Gemm(queries, database^T)`, `TopK(scores, k)`, and a `Cast` of the indices to int32 (int64 would be BigInts here).
 *
 * Inputs: `queries` float [q, d], `database` float [n, d], `k` int64 [1]. Outputs: `scores` float [q, k], descending,
 * and `rows` int32 [q, k], rows of `database`.
 *
 * Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export function topScoresModel(): Uint8Array {
  const graph = [
    message(1, node("Gemm", ["queries", "database"], ["products"], integerAttribute("transB", 1))),
    message(1, node("TopK", ["products", "k"], ["scores", "rows64"])),
    message(1, node("Cast", ["rows64"], ["rows"], integerAttribute("to", INT32))),
    text(2, "top-scores"),
    message(11, tensor("queries", FLOAT, ["q", "d"])),
    message(11, tensor("database", FLOAT, ["n", "d"])),
    message(11, tensor("k", INT64, ["one"])),
    message(12, tensor("scores", FLOAT, ["q", "top"])),
    message(12, tensor("rows", INT32, ["q", "top"])),
  ].flat();
  const irVersion = 8;
  const operatorSet = integer(2, 17);
  return Uint8Array.from([
    ...integer(1, irVersion),
    ...message(7, graph),
    ...message(8, operatorSet),
  ]);
}

function node(
  type: string,
  inputs: string[],
  outputs: string[],
  attribute: number[] = [],
): number[] {
  const names = [...inputs.map((name) => text(1, name)), ...outputs.map((name) => text(2, name))];
  return [
    ...names.flat(),
    ...text(4, type),
    ...(attribute.length > 0 ? message(5, attribute) : []),
  ];
}

function integerAttribute(name: string, value: number): number[] {
  const attributeTypeInt = 2;
  return [...text(1, name), ...integer(3, value), ...integer(20, attributeTypeInt)];
}

function tensor(name: string, elementType: number, dimensions: string[]): number[] {
  const shape = dimensions.flatMap((dimension) => message(1, text(2, dimension)));
  const tensorType = [...integer(1, elementType), ...message(2, shape)];
  return [...text(1, name), ...message(2, message(1, tensorType))];
}

function text(field: number, value: string): number[] {
  return message(field, [...new TextEncoder().encode(value)]);
}

function message(field: number, bytes: number[]): number[] {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

function integer(field: number, value: number): number[] {
  return [...varint(field * 8), ...varint(value)];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
