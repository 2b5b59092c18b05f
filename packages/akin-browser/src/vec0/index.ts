export { type RegisterOptions, registerVec0 } from "./register-vec0.js";
export type { NearestRows } from "./search-memory.js";
export { Vec0Error, type Vec0ErrorCode } from "./vec0-error.js";
export { type NearestOptions, VectorArray } from "./vector-array.js";
export type { VectorTable } from "./vector-table.js";
export type { Metric, Vector, VectorType } from "./vector-type.js";
