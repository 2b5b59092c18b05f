import { Vec0Error } from "./vec0-error.js";
import type { Metric, VectorType } from "./vector-type.js";

/** The kernel's number for each distance; kernel/kernel.ts has the same numbers. */
const KINDS: Record<string, number> = {
  "float32 cosine": 0,
  "float32 l2": 1,
  "float32 l1": 2,
  "int8 cosine": 3,
  "int8 l2": 4,
  "int8 l1": 5,
  "bit hamming": 6,
};

/** From a float32 distance to the one with sqlite-vec's rounding errors. */
const NATIVE = 7;

/** @throws Vec0Error `VECTOR` where the metric is not one of such vectors */
export function distanceKind(type: VectorType, metric: Metric): number {
  const kind = KINDS[`${type} ${metric}`];
  if (kind === undefined) {
    throw new Vec0Error("VECTOR", `There is no ${metric} distance of ${type} vectors.`);
  }
  return kind;
}

/** The distance that is reported: a float32 one is computed again, as sqlite-vec does it. */
export function reportedKind(kind: number): number {
  return kind < 3 ? kind + NATIVE : kind;
}
