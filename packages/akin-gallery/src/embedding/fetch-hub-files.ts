import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { getHFHubCachePath, type pathsInfo } from "@huggingface/hub";
import type { Effects } from "../effects.js";
import type { Patience } from "./hub-client.js";
import {
  type DownloadControl,
  finishDownload,
  type HubFile,
  notAsPublished,
  prepareDownload,
} from "./hub-download.js";
import type { PinnedFile } from "./model-registry.js";

/** A commit of a repository, and what is known of its files. */
export interface HubCommit {
  repository: string;
  revision: string;
  pinned: Record<string, PinnedFile>;
}

/** @throws AkinError MODEL_NOT_AVAILABLE if the hub offers another file than the pinned one */
export function hubFile(
  path: string,
  infos: Awaited<ReturnType<typeof pathsInfo>>,
  { repository, revision, pinned }: HubCommit,
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

/** Brings files into the cache, or goes on with it; those that are there already cost nothing. */
export async function fetchFiles(
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
