import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { getHFHubCachePath } from "@huggingface/hub";
import { BUILTIN_DIMENSIONS } from "akin-browser/format";
import { SMALL_DIMENSIONS } from "akin-browser/sight";
import { findCachedModel, type HubModel } from "./download-model.js";
import { DTYPES, type Dtype } from "./model-files.js";
import {
  downloadSize,
  estimatedMemory,
  MODEL_REGISTRY,
  type PinnedFile,
  RECOMMENDED_MODEL,
  RUNTIME_BYTES,
  SMALL_MODEL,
} from "./model-registry.js";

/** A model as `akin models` shows it. */
export interface ListedModel {
  name: string;
  isRecommended: boolean;
  /** On the Hugging Face hub; null for what needs no download. */
  repository: string | null;
  revision: string | null;
  licence: string | null;
  /** null where only opening the model would tell. */
  dimensions: number | null;
  /** Used unless another is asked for. */
  dtype: Dtype | null;
  /** Of the default dtype; null where the hub was not asked. */
  download: { bytes: number; isExact: boolean } | null;
  /** Roughly, with the default dtype. */
  memoryBytes: number | null;
  /** Computation per photo, ViT-B/32 in the default dtype being 1. */
  relativeCost: number | null;
  goodFor: string;
  /** Number formats that the cache has. */
  cached: Dtype[];
  /** By path in the repository. */
  pinned: Record<string, PinnedFile>;
}

/** The registered models, those in the package, and the other image encoders that the cache has. */
export async function listModels(): Promise<ListedModel[]> {
  const registered = await Promise.all(
    MODEL_REGISTRY.map(async (model): Promise<ListedModel> => {
      const { name, repository, revision, licence, dimensions, dtype, pinned } = model;
      return {
        name,
        isRecommended: name === RECOMMENDED_MODEL,
        repository,
        revision,
        licence,
        dimensions,
        dtype,
        download: downloadSize(model, dtype),
        memoryBytes: estimatedMemory(model, dtype),
        relativeCost: model.relativeCost,
        goodFor: model.goodFor,
        cached: await cachedDtypes(model),
        pinned,
      };
    }),
  );
  return [...registered, SMALL, BUILTIN, ...(await otherCachedModels())];
}

const SMALL: ListedModel = {
  name: SMALL_MODEL,
  isRecommended: false,
  repository: null,
  revision: null,
  licence: "MIT",
  dimensions: SMALL_DIMENSIONS,
  dtype: null,
  download: { bytes: 0, isExact: true },
  memoryBytes: RUNTIME_BYTES,
  // 1.1 ms of one core for the network and 2.2 for its resize, where CLIP B/32 in int8 takes 18.
  relativeCost: 0.18,
  goodFor: "no download; knows roughly what is shown, less than CLIP, and no words",
  cached: [],
  pinned: {},
};

const BUILTIN: ListedModel = {
  name: "builtin",
  isRecommended: false,
  repository: null,
  revision: null,
  licence: "MIT",
  dimensions: BUILTIN_DIMENSIONS,
  dtype: null,
  download: { bytes: 0, isExact: true },
  memoryBytes: RUNTIME_BYTES,
  // 2.4 ms of one core, where CLIP B/32 in int8 takes 18.
  relativeCost: 0.13,
  goodFor:
    "no download; compares colour and texture, knows nothing of what is shown: it is not CLIP",
  cached: [],
  pinned: {},
};

async function cachedDtypes(model: Omit<HubModel, "dtype">): Promise<Dtype[]> {
  const found: Dtype[] = [];
  for (const dtype of DTYPES) {
    if (await findCachedModel({ ...model, dtype })) found.push(dtype);
  }
  return found;
}

async function otherCachedModels(): Promise<ListedModel[]> {
  const cache = getHFHubCachePath();
  const folders = existsSync(cache) ? (await readdir(cache)).sort() : [];
  const models: ListedModel[] = [];
  for (const folder of folders) {
    const [, owner, name] = /^models--(.+?)--(.+)$/.exec(folder) ?? [];
    const repository = `${owner}/${name}`;
    if (!owner || MODEL_REGISTRY.some((model) => model.repository === repository)) continue;
    const cached = await cachedDtypes({ repository, revision: null, pinned: {} });
    if (cached.length > 0) models.push(otherModel(repository, cached));
  }
  return models;
}

function otherModel(repository: string, cached: Dtype[]): ListedModel {
  return {
    name: repository,
    isRecommended: false,
    repository,
    revision: null,
    licence: null,
    dimensions: null,
    dtype: cached[0] ?? null,
    download: null,
    memoryBytes: null,
    relativeCost: null,
    goodFor: "found in the cache",
    cached,
    pinned: {},
  };
}
