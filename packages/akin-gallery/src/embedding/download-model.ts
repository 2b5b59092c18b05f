import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { getHFHubCachePath, modelInfo, pathsInfo } from "@huggingface/hub";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import {
  contentByName,
  hasContent,
  rememberedRevision,
  rememberRevision,
  removeCached,
  snapshotFolder,
} from "./hub-cache.js";
import { hubOptions, notDownloaded, PATIENCE, type Patience } from "./hub-client.js";
import {
  type DownloadControl,
  finishDownload,
  type HubFile,
  notAsPublished,
  prepareDownload,
} from "./hub-download.js";
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
    const { checked, damaged } = cached ? await checkCached(cached, model) : {};
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

/** Reads a cached model's files. `damaged` is the first whose content is not what its pin or its blob's name says. */
async function checkCached(
  files: ModelFiles,
  { pinned }: HubModel,
): Promise<{ checked: ModelFiles; damaged?: string }> {
  let checked = files;
  const data = `${files.weights}_data`;
  const paths = existsSync(join(files.folder, data)) ? [files.weights, data] : [files.weights];
  for (const path of [...CONFIGS, ...paths]) {
    const file = join(files.folder, path);
    const known = pinned[path] ?? (await contentByName(file));
    if (!(await hasContent(file, known))) return { checked, damaged: path };
    if (path === files.weights && known.sha256) {
      checked = { ...files, weightsSha256: known.sha256 };
    }
  }
  return { checked };
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

/** @throws AkinError MODEL_NOT_AVAILABLE if the hub offers another file than the pinned one */
function hubFile(
  path: string,
  infos: Awaited<ReturnType<typeof pathsInfo>>,
  { repository, revision, pinned }: HubModel & { revision: string },
): HubFile {
  const info = infos.find((candidate) => candidate.path === path);
  const sha256 = info?.lfs?.oid;
  const blob = sha256 ?? info?.oid ?? info?.xetHash;
  if (!info || !blob) throw new Error(`the hub tells nothing of ${path}`);
  const bytes = info.lfs?.size ?? info.size;
  const file = { repository, revision, path, blob };
  const pin = pinned[path];
  if (pin && (pin.bytes !== bytes || (sha256 ?? pin.sha256) !== pin.sha256)) {
    throw notAsPublished({ ...file, content: pin });
  }
  if (pin) return { ...file, content: pin };
  if (sha256) return { ...file, content: { bytes, sha256 } };
  return { ...file, content: info.oid ? { bytes, gitSha1: info.oid } : { bytes } };
}

async function fetchFiles(
  files: readonly HubFile[],
  stage: string,
  effects: Effects,
  patience: Patience,
): Promise<void> {
  const downloads = [];
  for (const file of files) downloads.push(await prepareDownload(file));
  const total = downloads.reduce((sum, { missing }) => sum + missing, 0);
  await requireRoom(total);
  const progress = effects.progress(stage, total, "bytes");
  let done = 0;
  const control: DownloadControl = {
    signal: effects.signal,
    patience,
    onBytes: (count) => {
      done += count;
      progress.update(done);
    },
  };
  for (const download of downloads) await finishDownload(download, control);
  progress.finish();
}

/** Says that the disk is too small before half an hour of download shows it. */
async function requireRoom(bytes: number): Promise<void> {
  const cache = getHFHubCachePath();
  const { bavail, bsize } = await statfs(existing(cache));
  const room = bavail * bsize;
  if (room >= bytes) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1e6)} MB`;
  const message = `it needs ${megabytes(bytes)}, and the disk of ${cache} has ${megabytes(room)} left`;
  throw new Error(`${message}; HF_HOME names another folder for it`);
}

function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}
