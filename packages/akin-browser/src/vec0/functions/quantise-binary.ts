import type { Vector } from "../vector-type.js";
import { dimensionsOf } from "../vectors/read-vector.js";

/** One bit a dimension, the lowest first: 1 where it is above 0. @throws Error in sqlite-vec's words */
export function quantiseBinary(vector: Vector): Uint8Array {
  if (dimensionsOf(vector) % 8 !== 0) {
    throw new Error("Binary quantization requires vectors with a length divisible by 8");
  }
  if (vector instanceof Uint8Array) {
    throw new Error("Can only binary quantize float or int8 vectors");
  }
  const bits = new Uint8Array(vector.length / 8);
  vector.forEach((value, i) => {
    if (value > 0) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return bits;
}
