export { Vec0Error, type Vec0ErrorCode } from "./vec0-error.js";
export { type NearestOptions, type NearestRows, VectorArray } from "./vector-array.js";
export type { Metric, Vector, VectorType } from "./vector-type.js";
