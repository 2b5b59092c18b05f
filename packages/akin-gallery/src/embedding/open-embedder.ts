import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { openBuiltinEmbedder } from "./builtin-embedder.js";
import { downloadModel } from "./download-model.js";
import type { Embedder } from "./embedder.js";
import { findModelFiles, type ModelFiles, parseDtype } from "./model-files.js";
import { findRegisteredModel, MODEL_REGISTRY, RECOMMENDED_MODEL } from "./model-registry.js";
import { openOnnxEmbedder } from "./onnx-embedder.js";

export interface OpenEmbedderOptions {
  /** `auto`, a registry name, a Hugging Face repository (`owner/name`) or a model's folder. */
  model: string;
  /** `fp32`, `fp16` or `q8`; default: the registry's, else the first of these that the model has. */
  dtype?: string;
  /** One of onnxruntime's execution providers; default `cpu`. */
  device?: string;
  /** Default 8. */
  batchSize?: number;
  /** Contrast and sharpness x 1.1; default false. */
  enhance?: boolean;
  /** Crops around what draws the eye; default false. */
  smartCrop?: boolean;
  /** Downloads nothing; default false. */
  offline?: boolean;
  /** What `model` was when the gallery was made, which `auto` keeps; null or absent for a new gallery. */
  existingModel?: string | null;
}

/**
 * Opens the model that a gallery's vectors are made with.
 *
 * `auto` keeps the gallery's model; a new gallery gets the recommended CLIP or, if that can't be had, `builtin`, with a
 * warning.
 *
 * @throws AkinError MODEL_NOT_AVAILABLE if a named model can't be had, BAD_MODEL if it is of no use, USAGE for an
 *   unknown dtype or device
 */
export async function openEmbedder(
  options: OpenEmbedderOptions,
  effects: Effects,
): Promise<Embedder> {
  if (options.model !== "auto") return openNamed(options.model, options, effects);
  if (options.existingModel) return openNamed(options.existingModel, options, effects);
  try {
    return await openNamed(RECOMMENDED_MODEL, options, effects);
  } catch (error) {
    if (!(error instanceof AkinError) || error.code !== "MODEL_NOT_AVAILABLE") throw error;
    effects.warn(
      `${error.message} Using "builtin" instead, which is not CLIP: it sees colour and texture, not what is shown. ` +
        `To upgrade, build again with --model ${RECOMMENDED_MODEL} when online.`,
    );
    return openNamed("builtin", options, effects);
  }
}

async function openNamed(
  model: string,
  options: OpenEmbedderOptions,
  effects: Effects,
): Promise<Embedder> {
  const { device = "cpu", batchSize, enhance = false, smartCrop = false } = options;
  const shared = { enhance, smartCrop, ...(batchSize === undefined ? {} : { batchSize }) };
  if (model === "builtin") return openBuiltinEmbedder(shared);
  const { name, files } = await locate(model, options, effects);
  return openOnnxEmbedder({ name, files, device, ...shared });
}

async function locate(
  model: string,
  options: OpenEmbedderOptions,
  effects: Effects,
): Promise<{ name: string; files: ModelFiles }> {
  const dtype = options.dtype === undefined ? undefined : parseDtype(options.dtype);
  const registered = findRegisteredModel(model);
  if (registered) {
    const wanted = { ...registered, dtype: dtype ?? registered.dtype };
    const files = await downloadModel(wanted, options.offline ?? false, effects);
    return { name: registered.name, files };
  }
  if (existsSync(model)) {
    const folder = resolve(model);
    return { name: basename(folder), files: findModelFiles(folder, dtype) };
  }
  // A name of the hub has one slash and begins with no dot, which a path may.
  if (/^[\w-][\w.-]*\/[\w.-]+$/.test(model)) {
    const wanted = { repository: model, revision: null, dtype, pinned: {} };
    return { name: model, files: await downloadModel(wanted, options.offline ?? false, effects) };
  }
  const names = ["auto", "builtin", ...MODEL_REGISTRY.map(({ name }) => name)].join(", ");
  const message = `There is no model "${model}": expected ${names}, a Hugging Face repository or a folder.`;
  throw new AkinError("MODEL_NOT_AVAILABLE", message);
}
