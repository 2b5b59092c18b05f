import type { Preprocessing } from "akin-browser/format";
import { AkinError } from "../akin-error.js";

/** Pillow's resampling filters that sharp has too, by Pillow's numbers. */
const KERNELS = { 0: "nearest", 1: "lanczos3", 2: "linear", 3: "cubic" } as const;

/**
 * Reads a `preprocessor_config.json` of Hugging Face's image processors.
 *
 * @param json the parsed file
 * @param file its name, for messages
 * @throws AkinError BAD_MODEL naming the field that is missing or of no use
 */
export function parsePreprocessing(json: unknown, file: string): Preprocessing {
  if (!isObject(json)) throw new AkinError("BAD_MODEL", `${file} holds no JSON object.`);
  const config: Fields = { file, json };
  const resize = flag(config, "do_resize") ? resizeOf(config) : null;
  const crop = flag(config, "do_center_crop", false) ? exactSize(config, "crop_size") : null;
  const squashed = resize && "width" in resize ? resize : null;
  const size = crop ?? squashed;
  if (!size) {
    throw problem(config, "gives no fixed input size: expected crop_size or size {height, width}");
  }
  const normalise = flag(config, "do_normalize");
  return {
    resize,
    kernel: kernelOf(config),
    crop,
    width: size.width,
    height: size.height,
    rescale: flag(config, "do_rescale") ? rescaleOf(config) : 1,
    mean: normalise ? three(config, "image_mean") : [0, 0, 0],
    std: normalise ? three(config, "image_std") : [1, 1, 1],
  };
}

interface Fields {
  file: string;
  json: Record<string, unknown>;
}

function resizeOf(config: Fields): NonNullable<Preprocessing["resize"]> {
  const { size } = config.json;
  if (isPixels(size)) return { shortestEdge: size };
  if (isObject(size) && isPixels(size.shortest_edge)) return { shortestEdge: size.shortest_edge };
  return exactSize(config, "size");
}

function exactSize(config: Fields, field: string): { width: number; height: number } {
  const size = config.json[field];
  if (isPixels(size)) return { width: size, height: size };
  if (isObject(size) && isPixels(size.width) && isPixels(size.height)) {
    return { width: size.width, height: size.height };
  }
  throw problem(config, `has no usable ${field}: expected pixels, or {height, width}`);
}

function kernelOf(config: Fields): Preprocessing["kernel"] {
  const { resample = 2 } = config.json;
  const kernel = KERNELS[resample as keyof typeof KERNELS];
  if (!kernel) throw problem(config, `has resample ${resample}: expected 0, 1, 2 or 3`);
  return kernel;
}

function rescaleOf(config: Fields): number {
  const { rescale_factor: factor = 1 / 255 } = config.json;
  if (typeof factor === "number" && Number.isFinite(factor)) return factor;
  throw problem(config, "has a rescale_factor that is no number");
}

function three(config: Fields, field: string): [number, number, number] {
  const value = config.json[field];
  const [red, green, blue, more] = Array.isArray(value) ? value : [];
  if (isNumber(red) && isNumber(green) && isNumber(blue) && more === undefined) {
    if (field !== "image_std" || red * green * blue !== 0) return [red, green, blue];
  }
  throw problem(config, `has no usable ${field}: expected three numbers`);
}

/** The image processors do what a flag says nothing about, except cropping. */
function flag(config: Fields, field: string, missing = true): boolean {
  const value = config.json[field] ?? missing;
  if (typeof value === "boolean") return value;
  throw problem(config, `has a ${field} that is neither true nor false`);
}

function problem(config: Fields, what: string): AkinError {
  return new AkinError("BAD_MODEL", `${config.file} ${what}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 4096;
}
