export { type RegisterOptions, registerVec0 } from "./register-vec0.js";
export { Vec0Error, type Vec0ErrorCode } from "./vec0-error.js";
export { type NearestOptions, type NearestRows, VectorArray } from "./vector-array.js";
export type { VectorTable } from "./vector-table.js";
export type { Metric, Vector, VectorType } from "./vector-type.js";
