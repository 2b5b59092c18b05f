import { existsSync } from "node:fs";
import { join } from "node:path";
import { modelInfo, pathsInfo } from "@huggingface/hub";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { checkCached } from "./check-cached.js";
import { fetchFiles, hubFile } from "./fetch-hub-files.js";
import { rememberedRevision, rememberRevision, removeCached, snapshotFolder } from "./hub-cache.js";
import { hubOptions, notDownloaded, PATIENCE, type Patience } from "./hub-client.js";
import { chooseWeights, type Dtype, findModelFiles, type ModelFiles } from "./model-files.js";
import type { PinnedFile } from "./model-registry.js";

/** A model on the Hugging Face hub. */
export interface HubModel {
  repository: string;
  /** Commit; null for the newest. */
  revision: string | null;
  dtype: Dtype | undefined;
  pinned: Record<string, PinnedFile>;
}

const CONFIGS = ["config.json", "preprocessor_config.json"];

/**
 * Brings a model's files into the cache folder that Hugging Face's own tools share (`HF_HOME`), unless they are there.
 * `HF_ENDPOINT` names a mirror, `HF_TOKEN` opens private models. Each file's content is checked against its hash, also
 * when it comes from the cache: that takes 0.3 s for 89 MB, and the hash is needed to tell vectors apart anyway.
 *
 * @param offline takes what the cache has and asks nobody
 * @throws AkinError MODEL_NOT_AVAILABLE if it can't be had, in one line
 */
export async function downloadModel(
  model: HubModel,
  offline: boolean,
  effects: Effects,
  patience: Patience = PATIENCE,
): Promise<ModelFiles> {
  try {
    const cached = await findCachedModel(model);
    const { checked, damaged } = cached ? await checkCached(cached, CONFIGS, model.pinned) : {};
    if (checked && !damaged) return checked;
    if (offline) {
      const what = damaged ? `${damaged} of the model is damaged` : "The model is not";
      const message = `${what} in the cache, and --offline forbids downloads: ${model.repository}.`;
      throw new AkinError("MODEL_NOT_AVAILABLE", message);
    }
    if (cached && damaged) {
      effects.info(`${damaged} of ${model.repository} is damaged in the cache.`);
      await removeCached(join(cached.folder, damaged));
    }
    return await download(model, effects, patience);
  } catch (error) {
    effects.signal.throwIfAborted();
    throw notDownloaded(model.repository, error);
  }
}

/** The model as the cache has it, unchecked; undefined unless all its files are there. */
export async function findCachedModel(model: HubModel): Promise<ModelFiles | undefined> {
  const revision = model.revision ?? (await rememberedRevision(model.repository));
  if (!revision) return undefined;
  const folder = snapshotFolder(model.repository, revision);
  const has = (file: string) => existsSync(join(folder, file));
  const chosen = chooseWeights(has, model.dtype);
  return chosen && CONFIGS.every(has) ? { folder, ...chosen } : undefined;
}

async function download(
  model: HubModel,
  effects: Effects,
  patience: Patience,
): Promise<ModelFiles> {
  const { repository, dtype } = model;
  const hub = hubOptions(effects.signal, patience);
  const { sha, filePaths } = await modelInfo({
    name: repository,
    ...(model.revision ? { revision: model.revision } : {}),
    additionalFields: ["sha", "filePaths"],
    ...hub,
  });
  const has = (file: string) => filePaths.includes(file);
  const chosen = chooseWeights(has, dtype);
  if (!chosen) {
    const what = dtype ? `no ${dtype} file` : "no file of a known name";
    throw new AkinError("BAD_MODEL", `${repository} has ${what} in its folder onnx/.`);
  }
  // Weights beyond 2 GB lie in a second file; the first comes last, so that where it is, all is.
  const data = `${chosen.weights}_data`;
  const paths = [...CONFIGS, ...(has(data) ? [data] : []), chosen.weights];
  const lacking = paths.find((path) => !has(path));
  if (lacking) throw new AkinError("BAD_MODEL", `${repository} has no ${lacking}.`);
  const infos = await pathsInfo({ repo: repository, paths, revision: sha, ...hub });
  const files = paths.map((path) => hubFile(path, infos, { ...model, revision: sha }));
  await fetchFiles(files, `Downloading ${repository} (${chosen.dtype})`, effects, patience);
  if (!model.revision) await rememberRevision(repository, sha);
  const weightsSha256 = files.at(-1)?.content.sha256;
  const found = findModelFiles(snapshotFolder(repository, sha), chosen.dtype);
  return { ...found, ...(weightsSha256 ? { weightsSha256 } : {}) };
}
