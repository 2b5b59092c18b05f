import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { downloadFileToCacheDir, getHFHubCachePath, modelInfo } from "@huggingface/hub";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { fileSha256 } from "./fingerprint.js";
import { chooseWeights, type Dtype, findModelFiles, type ModelFiles } from "./model-files.js";
import type { PinnedFile } from "./model-registry.js";

/** How long the hub may take to answer a request; a build without a network is told within 5 seconds. */
const ANSWER_MS = 4000;

/** A model on the Hugging Face hub. */
export interface HubModel {
  repository: string;
  /** Commit; null for the newest. */
  revision: string | null;
  dtype: Dtype | undefined;
  pinned: Record<string, PinnedFile>;
}

/**
 * Brings a model's files into the cache folder that Hugging Face's own tools share (`HF_HOME`), unless they are there.
 * `HF_ENDPOINT` names a mirror, `HF_TOKEN` opens private models.
 *
 * @param offline takes what the cache has and asks nobody
 * @throws AkinError MODEL_NOT_AVAILABLE if it can't be had, in one line
 */
export async function downloadModel(
  model: HubModel,
  offline: boolean,
  effects: Effects,
): Promise<ModelFiles> {
  const cached = await findCached(model);
  if (cached) return cached;
  if (offline) {
    const message = `The model ${model.repository} is not in the cache, and --offline forbids downloads.`;
    throw new AkinError("MODEL_NOT_AVAILABLE", message);
  }
  try {
    return await download(model, effects);
  } catch (error) {
    effects.signal.throwIfAborted();
    if (error instanceof AkinError) throw error;
    const message = `The model ${model.repository} can't be downloaded: ${reason(error)}.`;
    throw new AkinError("MODEL_NOT_AVAILABLE", message, { cause: error });
  }
}

async function download(model: HubModel, effects: Effects): Promise<ModelFiles> {
  const { repository, dtype } = model;
  const hub = hubOptions(effects.signal);
  const { sha, filePaths } = await modelInfo({
    name: repository,
    ...(model.revision ? { revision: model.revision } : {}),
    additionalFields: ["sha", "filePaths"],
    ...hub,
  });
  const files = new Set(filePaths);
  const chosen = chooseWeights((file) => files.has(file), dtype);
  if (!chosen) {
    const what = dtype ? `no ${dtype} file` : "no file of a known name";
    throw new AkinError("BAD_MODEL", `${repository} has ${what} in its folder onnx/.`);
  }
  effects.info(`Downloading ${repository} (${chosen.dtype}) …`);
  const needed = ["config.json", "preprocessor_config.json", chosen.weights];
  // Weights beyond 2 GB lie in a second file.
  if (files.has(`${chosen.weights}_data`)) needed.push(`${chosen.weights}_data`);
  for (const path of needed) {
    if (!files.has(path)) throw new AkinError("BAD_MODEL", `${repository} has no ${path}.`);
    await downloadFile({ repo: repository, path, revision: sha, ...hub }, model.pinned[path]);
  }
  const refs = join(repositoryFolder(repository), "refs");
  await mkdir(refs, { recursive: true });
  // As Python's tools do; without it nothing tells which snapshot is the newest when there is no network.
  if (!model.revision) await writeFile(join(refs, "main"), sha);
  return findModelFiles(snapshotFolder(repository, sha), chosen.dtype);
}

async function downloadFile(
  params: Parameters<typeof downloadFileToCacheDir>[0],
  pinned: PinnedFile | undefined,
): Promise<void> {
  const { debug } = console;
  // The library announces each file by console.debug, on standard output, where results belong.
  console.debug = () => {};
  try {
    await verify(await downloadFileToCacheDir(params), pinned);
  } finally {
    console.debug = debug;
  }
}

/** A damaged file leaves the cache, so that the next try downloads it again. */
async function verify(path: string, pinned: PinnedFile | undefined): Promise<void> {
  if (!pinned) return;
  const { size } = await stat(path);
  if (size === pinned.bytes && (await fileSha256(path)) === pinned.sha256) return;
  await rm(await realpath(path), { force: true });
  await rm(path, { force: true });
  const message = `The downloaded ${path} is not the file that was published; try again.`;
  throw new AkinError("MODEL_NOT_AVAILABLE", message);
}

/** The snapshot in the cache, if it is whole and its pinned files have their size. */
async function findCached(model: HubModel): Promise<ModelFiles | undefined> {
  const main = join(repositoryFolder(model.repository), "refs", "main");
  const revision =
    model.revision ?? (existsSync(main) ? (await readFile(main, "utf8")).trim() : null);
  if (!revision) return undefined;
  const folder = snapshotFolder(model.repository, revision);
  const chosen = chooseWeights((file) => existsSync(join(folder, file)), model.dtype);
  if (!chosen || !existsSync(join(folder, "config.json"))) return undefined;
  if (!existsSync(join(folder, "preprocessor_config.json"))) return undefined;
  const pinned = model.pinned[chosen.weights];
  if (pinned && (await stat(join(folder, chosen.weights))).size !== pinned.bytes) return undefined;
  return { folder, ...chosen };
}

function repositoryFolder(repository: string): string {
  return join(getHFHubCachePath(), `models--${repository.replace("/", "--")}`);
}

function snapshotFolder(repository: string, revision: string): string {
  return join(repositoryFolder(repository), "snapshots", revision);
}

function hubOptions(signal: AbortSignal) {
  const { HF_ENDPOINT, HF_TOKEN } = process.env;
  return {
    ...(HF_ENDPOINT ? { hubUrl: HF_ENDPOINT.replace(/\/+$/, "") } : {}),
    ...(HF_TOKEN ? { accessToken: HF_TOKEN } : {}),
    fetch: impatientFetch(signal),
  };
}

/** Gives up when no answer begins in time; how long the answer itself takes is not limited. */
function impatientFetch(signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const patience = new AbortController();
    const timer = setTimeout(
      () => patience.abort(new Error(`no answer within ${ANSWER_MS / 1000} s`)),
      ANSWER_MS,
    );
    try {
      return await fetch(input, { ...init, signal: AbortSignal.any([signal, patience.signal]) });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** `fetch` hides the reason ("connect ECONNREFUSED …") in the cause. */
function reason(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = inner instanceof Error ? inner.message || inner.name : String(inner);
  return message.split("\n")[0]?.replace(/\.$/, "") ?? "unknown error";
}
