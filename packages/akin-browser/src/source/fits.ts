import { isRecord } from "./is-record.js";

/** What a value must be: of a type, as `typeof` has it; an object with fields that must be something; or what is asked. */
export type Shape = string | { [field: string]: Shape } | ((value: unknown) => boolean);

/** @typeParam T what a value of that shape is taken for */
export function fits<T>(value: unknown, shape: Shape): value is T {
  if (typeof shape === "string") return typeof value === shape;
  if (typeof shape === "function") return shape(value);
  return isRecord(value) && Object.keys(shape).every((key) => fits(value[key], shape[key] ?? ""));
}

export function orNull(shape: Shape): Shape {
  return (value) => value === null || fits(value, shape);
}

export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every((item) => fits(item, shape));
}
