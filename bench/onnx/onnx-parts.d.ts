import { type Tensor, type ValueInfo } from "./onnx-model.js";
export declare function floatAttribute(name: string, value: number): Uint8Array;
export declare function integerAttribute(name: string, value: number): Uint8Array;
export declare function integersAttribute(name: string, values: readonly number[]): Uint8Array;
export declare function floats(name: string, shape: readonly number[], data: Float32Array): Tensor;
/** A vector of int64, as shapes and axes are given. */
export declare function integers(name: string, values: readonly number[]): Tensor;
/** A float32 input or output; names stand for sizes that are not fixed. */
export declare function floatValue(name: string, shape: readonly (number | string)[]): ValueInfo;
