/** Numbers of `TensorProto.DataType`. */
export declare const ELEMENT: {
  readonly float: 1;
  readonly uint8: 2;
  readonly int8: 3;
  readonly int32: 6;
  readonly int64: 7;
};
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
export declare function readOnnx(file: string): OnnxModel;
/** Written beside and renamed, so that a file that is there is whole. */
export declare function writeOnnx(file: string, model: OnnxModel): void;
