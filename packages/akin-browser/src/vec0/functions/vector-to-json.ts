import type { Vector } from "../vector-type.js";
import { dimensionsOf } from "../vectors/read-vector.js";

/** `[0.500000,…]`, `[1,-2,…]`, or `[0,1,…]` of bits, as sqlite-vec writes it. */
export function vectorToJson(vector: Vector): string {
  if (vector instanceof Float32Array) return `[${Array.from(vector, floatText).join()}]`;
  if (vector instanceof Int8Array) return `[${vector.join()}]`;
  const bit = (i: number) => ((vector[i >> 3] ?? 0) >> (i & 7)) & 1;
  return `[${Array.from({ length: dimensionsOf(vector) }, (_, i) => bit(i)).join()}]`;
}

/** SQLite's `%f`: six decimals, of at most 16 significant digits. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "null";
  if (!Number.isFinite(value)) return value < 0 ? "-Inf" : "Inf";
  if (Math.abs(value) < 1e15) return value.toFixed(6);
  const [mantissa = "", exponent] = value.toExponential(15).split("e");
  const digits = mantissa.replace(".", "");
  return `${digits.padEnd(digits.length - 15 + Number(exponent), "0").slice(0, digits.length - 15 + Number(exponent))}.000000`;
}
