import { existsSync } from "node:fs";
import { join } from "node:path";
import { modelInfo, pathsInfo } from "@huggingface/hub";
import { AkinError } from "../../akin-error.js";
import type { Effects } from "../../effects.js";
import { checkCached } from "../check-cached.js";
import type { HubModel } from "../download-model.js";
import { fetchFiles, hubFile } from "../fetch-hub-files.js";
import { rememberedRevision, removeCached, snapshotFolder } from "../hub-cache.js";
import { hubOptions, notDownloaded, PATIENCE, type Patience } from "../hub-client.js";
import { chooseTextWeights, type ModelFiles, TEXT_CONFIGS, TOKENIZER } from "../model-files.js";

/**
 * Brings the text tower of a model into the cache, unless it is there, and checks its files as `downloadModel` does.
 *
 * @returns null for a model that has none
 * @throws AkinError MODEL_NOT_AVAILABLE if it can't be had, in one line
 */
export async function downloadTextTower(
  model: HubModel,
  offline: boolean,
  effects: Effects,
  patience: Patience = PATIENCE,
): Promise<ModelFiles | null> {
  try {
    const cached = await findCachedTextTower(model);
    if (cached) {
      const others = [
        TOKENIZER,
        ...TEXT_CONFIGS.filter((file) => existsSync(join(cached.folder, file))),
      ];
      const { checked, damaged } = await checkCached(cached, others, model.pinned);
      if (!damaged) return checked;
      if (offline) throw notInCache(model, `${damaged} of the model is damaged`);
      effects.info(`${damaged} of ${model.repository} is damaged in the cache.`);
      await removeCached(join(cached.folder, damaged));
    }
    if (offline) throw notInCache(model, "The model's text part is not");
    return await download(model, effects, patience);
  } catch (error) {
    effects.signal.throwIfAborted();
    throw notDownloaded(model.repository, error);
  }
}

async function findCachedTextTower(model: HubModel): Promise<ModelFiles | undefined> {
  const revision = model.revision ?? (await rememberedRevision(model.repository));
  if (!revision) return undefined;
  const folder = snapshotFolder(model.repository, revision);
  const chosen = chooseTextWeights((file) => existsSync(join(folder, file)), model.dtype);
  return chosen && { folder, ...chosen };
}

function notInCache({ repository }: HubModel, what: string): AkinError {
  const message = `${what} in the cache, and --offline forbids downloads: ${repository}.`;
  return new AkinError("MODEL_NOT_AVAILABLE", message);
}

async function download(
  model: HubModel,
  effects: Effects,
  patience: Patience,
): Promise<ModelFiles | null> {
  const { repository, revision, dtype } = model;
  const hub = hubOptions(effects.signal, patience);
  const { sha, filePaths } = await modelInfo({
    name: repository,
    ...(revision ? { revision } : {}),
    additionalFields: ["sha", "filePaths"],
    ...hub,
  });
  const has = (file: string) => filePaths.includes(file);
  const chosen = chooseTextWeights(has, dtype);
  if (!chosen) return null;
  const data = `${chosen.weights}_data`;
  // The weights come last: where they are, all is.
  const paths = [TOKENIZER, ...[...TEXT_CONFIGS, data].filter(has), chosen.weights];
  const infos = await pathsInfo({ repo: repository, paths, revision: sha, ...hub });
  const files = paths.map((path) => hubFile(path, infos, { ...model, revision: sha }));
  const stage = `Downloading the text part of ${repository} (${chosen.dtype})`;
  await fetchFiles(files, stage, effects, patience);
  const weightsSha256 = files.at(-1)?.content.sha256;
  const folder = snapshotFolder(repository, sha);
  return { folder, ...chosen, ...(weightsSha256 ? { weightsSha256 } : {}) };
}
