import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { AkinError } from "../akin-error.js";

/** The number formats that models are published in, with the endings of their files. */
const FILE_ENDINGS = {
  fp32: [""],
  fp16: ["_fp16"],
  q8: ["_quantized", "_int8", "_uint8"],
} as const;

/** `fp32`, `fp16`, or `q8` for 8-bit integers. */
export type Dtype = keyof typeof FILE_ENDINGS;

/** The number formats, the one that is taken unless another is asked for first. */
export const DTYPES = ["fp32", "fp16", "q8"] as const satisfies readonly Dtype[];

/** A model's folder in Hugging Face's layout, with the one file of weights that was chosen. */
export interface ModelFiles {
  folder: string;
  /** The weights, relative to the folder, with `/`. */
  weights: string;
  dtype: Dtype;
  /** SHA-256 of the weights' content, hexadecimal, where it has just been checked. */
  weightsSha256?: string;
}

/** @throws AkinError USAGE if there is no such number format */
export function parseDtype(dtype: string): Dtype {
  if (dtype in FILE_ENDINGS) return dtype as Dtype;
  const known = Object.keys(FILE_ENDINGS).join(", ");
  throw new AkinError("USAGE", `Unknown dtype "${dtype}": expected one of ${known}.`);
}

/**
 * Chooses the weights among a model's files: of a vision and text pair the vision model, and fp32 first unless a
 * number format is asked for.
 *
 * @param has whether the model has a file, given its path relative to the model's folder
 */
export function chooseWeights(
  has: (file: string) => boolean,
  dtype: Dtype | undefined,
): Omit<ModelFiles, "folder"> | undefined {
  for (const format of dtype ? [dtype] : DTYPES) {
    for (const stem of ["vision_model", "model"]) {
      for (const ending of FILE_ENDINGS[format]) {
        const weights = `onnx/${stem}${ending}.onnx`;
        if (has(weights)) return { weights, dtype: format };
      }
    }
  }
  return undefined;
}

/** @throws AkinError BAD_MODEL that says which file is missing in the folder */
export function findModelFiles(folder: string, dtype: Dtype | undefined): ModelFiles {
  for (const file of ["config.json", "preprocessor_config.json"]) {
    if (!existsSync(join(folder, file))) throw missing(folder, file);
  }
  const chosen = chooseWeights((file) => existsSync(join(folder, file)), dtype);
  if (chosen) return { folder, ...chosen };
  const ending = dtype ? FILE_ENDINGS[dtype][0] : "";
  throw missing(folder, `onnx/model${ending}.onnx or onnx/vision_model${ending}.onnx`);
}

/** @throws AkinError BAD_MODEL if the file can't be read as JSON */
export async function readModelJson(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), "utf8"));
  } catch (error) {
    const message = `${file} of the model ${basename(folder)} is no readable JSON.`;
    throw new AkinError("BAD_MODEL", message, { cause: error });
  }
}

/** What the text tower's tokens are made with. */
export const TOKENIZER = "tokenizer.json";

/** What else tells of texts; not there in all models. */
export const TEXT_CONFIGS = ["config.json", "tokenizer_config.json"];

/**
 * Chooses the weights of the text tower among a model's files, of the vision tower's number format where there are such.
 * @returns undefined for a model that has none
 */
export function chooseTextWeights(
  has: (file: string) => boolean,
  dtype: Dtype | undefined,
): Omit<ModelFiles, "folder"> | undefined {
  if (!has(TOKENIZER)) return undefined;
  for (const format of dtype ? [dtype, ...DTYPES] : DTYPES) {
    for (const ending of FILE_ENDINGS[format]) {
      const weights = `onnx/text_model${ending}.onnx`;
      if (has(weights)) return { weights, dtype: format };
    }
  }
  return undefined;
}

function missing(folder: string, file: string): AkinError {
  const layout = "a model's folder has config.json, preprocessor_config.json and onnx/*.onnx";
  return new AkinError("BAD_MODEL", `${file} is missing in ${folder}: ${layout}.`);
}
