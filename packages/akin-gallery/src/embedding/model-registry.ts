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
  dimensions: number;
  /** Used unless another is asked for. */
  dtype: Dtype;
  /** By path in the repository. */
  pinned: Record<string, PinnedFile>;
}

/** OpenAI's CLIP models, converted to ONNX; int8 is four times as fast as float32 for ViT-B/32 on two cores. */
export const MODEL_REGISTRY: readonly RegisteredModel[] = [
  {
    name: "clip-vit-b-32",
    repository: "Xenova/clip-vit-base-patch32",
    revision: "d15189d7028b43f1d3e65039190477f6af591c2a",
    dimensions: 512,
    dtype: "q8",
    pinned: {
      "onnx/vision_model_quantized.onnx": {
        bytes: 89_117_001,
        sha256: "583fd1110a514667812fee7d684952aaf82a99b959760c8d7dca7e0ab9839299",
      },
    },
  },
  {
    name: "clip-vit-b-16",
    repository: "Xenova/clip-vit-base-patch16",
    revision: null,
    dimensions: 512,
    dtype: "q8",
    pinned: {},
  },
  {
    name: "clip-vit-l-14",
    repository: "Xenova/clip-vit-large-patch14",
    revision: null,
    dimensions: 768,
    dtype: "q8",
    pinned: {},
  },
];

/** What `auto` takes for a new gallery. */
export const RECOMMENDED_MODEL = "clip-vit-b-32";

/** @param name registry name or Hugging Face repository */
export function findRegisteredModel(name: string): RegisteredModel | undefined {
  return MODEL_REGISTRY.find((model) => model.name === name || model.repository === name);
}
