import { basename } from "node:path";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { openBuiltinEmbedder } from "./builtin-embedder.js";
import { downloadModel, type HubModel } from "./download-model.js";
import type { Embedder } from "./embedder.js";
import { locateModel } from "./locate-model.js";
import { findModelFiles, parseDtype } from "./model-files.js";
import { RECOMMENDED_MODEL, SMALL_MODEL } from "./model-registry.js";
import { openOnnxEmbedder } from "./onnx-embedder.js";
import { openSmallEmbedder } from "./small-embedder.js";

export interface OpenEmbedderOptions {
  /** `auto`, a registry name, a Hugging Face repository (`owner/name`) or a model's folder. */
  model: string;
  /** `fp32`, `fp16` or `q8`; default: the registry's, else the first of these that the model has. */
  dtype?: string;
  /** Commit on the hub; default: the registry's, else the newest. */
  revision?: string;
  /** One of `DEVICES`; default `auto`. */
  device?: string;
  /** Default 8. */
  batchSize?: number;
  /** Contrast and sharpness x 1.1; default false. */
  enhance?: boolean;
  /** Crops around what draws the eye; default false. */
  smartCrop?: boolean;
  /**
   * Photos that are given as files are decoded no larger than the model needs, which is faster where nothing else is
   * made of them; vectors differ a little, and have another fingerprint. Default false.
   */
  shrinkOnLoad?: boolean;
  /** Decoding goes on meanwhile: the network takes no more threads than it needs to keep up; default false. */
  besideDecoding?: boolean;
  /** Downloads nothing; default false. */
  offline?: boolean;
  /** What `model` was when the gallery was made, which `auto` keeps; null or absent for a new gallery. */
  existingModel?: string | null;
}

/**
 * Opens the model that a gallery's vectors are made with.
 *
 * `auto` keeps the gallery's model; a new gallery gets the recommended CLIP or, if that can't be had, `akin-small`, with
 * a warning.
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
      `${error.message} Using "${SMALL_MODEL}" instead, which is not CLIP: it knows less of what is shown, and no words. ` +
        `To upgrade, build again with --model ${RECOMMENDED_MODEL} when online.`,
    );
    return openNamed(SMALL_MODEL, options, effects);
  }
}

async function openNamed(
  model: string,
  options: OpenEmbedderOptions,
  effects: Effects,
): Promise<Embedder> {
  const { device = "auto", batchSize, besideDecoding = false } = options;
  const { enhance = false, smartCrop = false, shrinkOnLoad = false } = options;
  const pixels = { enhance, smartCrop, shrinkOnLoad };
  const shared = { ...pixels, ...(batchSize === undefined ? {} : { batchSize }) };
  const located = locateModel(model, options.dtype);
  if (located.kind === "builtin") return openBuiltinEmbedder(shared);
  if (located.kind === "small") return openSmallEmbedder(shared);
  const { name } = located;
  if (located.kind === "folder") {
    const dtype = options.dtype === undefined ? undefined : parseDtype(options.dtype);
    const files = findModelFiles(located.folder, dtype);
    const revision = null;
    return openOnnxEmbedder({ name, files, revision, device, besideDecoding, ...shared });
  }
  const hub = ofRevision(located.hub, options.revision);
  const files = await downloadModel(hub, options.offline ?? false, effects);
  // The cache names a snapshot's folder after its commit.
  const revision = basename(files.folder);
  const opening = { name, files, revision, device, besideDecoding, ...shared };
  const embedder = await openOnnxEmbedder(opening);
  const { registered } = located;
  if (!registered || registered.dimensions === embedder.model.dimensions) return embedder;
  await embedder.close();
  const message = `${located.hub.repository} gives ${embedder.model.dimensions} numbers a photo, expected ${registered.dimensions}: it is not ${name}.`;
  throw new AkinError("BAD_MODEL", message);
}

/** What is pinned is of one commit only. */
export function ofRevision(hub: HubModel, revision: string | undefined): HubModel {
  if (revision === undefined || revision === hub.revision) return hub;
  return { ...hub, revision, pinned: {} };
}
