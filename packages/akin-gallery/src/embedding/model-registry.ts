import type { Dtype } from "./model-files.js";

/** A file of a model whose content is known. */
export interface PinnedFile {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** A model that can be asked for by a short name. */
export interface RegisteredModel {
  name: string;
  /** On the Hugging Face hub. */
  repository: string;
  /** Commit; null where none is pinned: then `main`, checked by shape when it is opened. */
  revision: string | null;
  licence: string;
  dimensions: number;
  /** Used unless another is asked for: the fastest on a CPU, by measurement. */
  dtype: Dtype;
  /** Number formats that the repository has. */
  dtypes: readonly Dtype[];
  /** Numbers in the vision tower, from which sizes are told where no file is pinned. */
  parameters: number;
  /** Computation per photo, ViT-B/32 being 1. */
  relativeCost: number;
  goodFor: string;
  /** By path in the repository. */
  pinned: Record<string, PinnedFile>;
}

const CLIP = {
  licence: "MIT",
  // Dynamic int8 is four times as fast as float32 for ViT-B/32 on two cores.
  dtype: "q8",
  dtypes: ["q8", "fp16", "fp32"],
} as const;

/**
 * OpenAI's CLIP models, converted to ONNX. Parameters are counted from the architecture; costs of ViT-B by measurement,
 * of ViT-L by its operations.
 */
export const MODEL_REGISTRY: readonly RegisteredModel[] = [
  {
    ...CLIP,
    name: "clip-vit-b-32",
    repository: "Xenova/clip-vit-base-patch32",
    revision: "d15189d7028b43f1d3e65039190477f6af591c2a",
    dimensions: 512,
    parameters: 87_849_216,
    relativeCost: 1,
    goodFor: "any album, any computer",
    pinned: {
      "onnx/vision_model_quantized.onnx": {
        bytes: 89_117_001,
        sha256: "583fd1110a514667812fee7d684952aaf82a99b959760c8d7dca7e0ab9839299",
      },
      "onnx/text_model_quantized.onnx": {
        bytes: 64_504_507,
        sha256: "73baab855d406190da9faa498cfedf65f15cf309f4cc7385b7b032e6d08e5c3a",
      },
    },
  },
  {
    ...CLIP,
    name: "clip-vit-b-16",
    repository: "Xenova/clip-vit-base-patch16",
    revision: null,
    dimensions: 512,
    parameters: 86_192_640,
    relativeCost: 4.4,
    goodFor: "small things in the picture; albums of some thousands",
    pinned: {},
  },
  {
    ...CLIP,
    name: "clip-vit-l-14",
    repository: "Xenova/clip-vit-large-patch14",
    revision: null,
    dimensions: 768,
    parameters: 303_966_208,
    relativeCost: 18,
    goodFor: "the finest distinctions; small albums or a fast computer",
    pinned: {},
  },
];

/** Akin's own network, which `auto` takes where the recommended model can't be had. */
export const SMALL_MODEL = "akin-small";

/** Models that are in the package: nothing is downloaded, and there are no number formats to choose from. */
export const PACKAGED_MODELS: readonly string[] = [SMALL_MODEL, "builtin"];

/** What `auto` takes for a new gallery. */
export const RECOMMENDED_MODEL = "clip-vit-b-32";

/** @param name registry name or Hugging Face repository */
export function findRegisteredModel(name: string): RegisteredModel | undefined {
  return MODEL_REGISTRY.find((model) => model.name === name || model.repository === name);
}

const BYTES_PER_NUMBER: Record<Dtype, number> = { fp32: 4, fp16: 2, q8: 1 };

/**
 * Size of a model's image network.
 * @returns `isExact` is false for what is told from the number of parameters, which is right within 2 %
 */
export function downloadSize(
  model: RegisteredModel,
  dtype: Dtype,
): { bytes: number; isExact: boolean } {
  const pinned = dtype === "q8" ? model.pinned["onnx/vision_model_quantized.onnx"] : undefined;
  if (pinned) return { bytes: pinned.bytes, isExact: true };
  return { bytes: Math.round(model.parameters * BYTES_PER_NUMBER[dtype]), isExact: false };
}

/** Node, sharp with photos of 12 megapixels in work, before any model is opened: what a build with `builtin` takes. */
export const RUNTIME_BYTES = 430e6;

/** onnxruntime packs weights anew; 8-bit ones are read into memory first, to become signed (`signWeights`). */
const MEMORY_PER_BYTE: Record<Dtype, number> = { fp32: 1.5, fp16: 1.5, q8: 2.8 };

/** Peak memory of a build, roughly, as full-size networks of random weights took it in int8 and float32. */
export function estimatedMemory(model: RegisteredModel, dtype: Dtype): number {
  return RUNTIME_BYTES + MEMORY_PER_BYTE[dtype] * downloadSize(model, dtype).bytes;
}
