import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { getHFHubCachePath } from "@huggingface/hub";
import { fileSha256 } from "./fingerprint.js";

/** What is known of a file's content before it is read. */
export interface KnownContent {
  bytes?: number;
  /** Hexadecimal. */
  sha256?: string;
  /** SHA-1 of the file as an object of git, which is how the hub knows files that are not in LFS. */
  gitSha1?: string;
}

/** Where the cache keeps a repository: the layout that Hugging Face's own tools share. */
export function repositoryFolder(repository: string): string {
  return join(getHFHubCachePath(), `models--${repository.replace("/", "--")}`);
}

/** Where the cache keeps the files of one commit; on most systems they are links to `blobs/`. */
export function snapshotFolder(repository: string, revision: string): string {
  return join(repositoryFolder(repository), "snapshots", revision);
}

/** The file that holds a content: named by its SHA-256 (LFS) or by git's SHA-1. */
export function blobPath(repository: string, name: string): string {
  return join(repositoryFolder(repository), "blobs", name);
}

/** The commit that `main` was when the repository was last asked for; null if it never was. */
export async function rememberedRevision(repository: string): Promise<string | null> {
  const file = join(repositoryFolder(repository), "refs", "main");
  return existsSync(file) ? (await readFile(file, "utf8")).trim() : null;
}

/** As Python's tools do; without it nothing tells which snapshot is the newest when there is no network. */
export async function rememberRevision(repository: string, revision: string): Promise<void> {
  const refs = join(repositoryFolder(repository), "refs");
  await mkdir(refs, { recursive: true });
  await writeFile(join(refs, "main"), revision);
}

/** Whether a file has the content that it should have, as far as that is known. */
export async function hasContent(file: string, known: KnownContent): Promise<boolean> {
  const { size } = await stat(file);
  if (known.bytes !== undefined && size !== known.bytes) return false;
  if (known.sha256 !== undefined) return (await fileSha256(file)) === known.sha256;
  return known.gitSha1 === undefined || (await gitSha1(file)) === known.gitSha1;
}

/** What the name of a cached file's blob tells of its content; nothing where the cache has no links (Windows). */
export async function contentByName(file: string): Promise<KnownContent> {
  const name = basename(await realpath(file));
  if (/^[0-9a-f]{64}$/.test(name)) return { sha256: name };
  return /^[0-9a-f]{40}$/.test(name) ? { gitSha1: name } : {};
}

/** Lets go of a damaged file and of the blob behind it. */
export async function removeCached(file: string): Promise<void> {
  await rm(await realpath(file), { force: true });
  await rm(file, { force: true });
}

/** Gives a blob its name in a snapshot: by a link, or by moving it where links need rights (Windows). */
export async function linkBlob(blob: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  try {
    await symlink(relative(dirname(file), blob), temporary);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (process.platform !== "win32") throw error;
    await rename(blob, file);
  }
}

/** Size of a cached file; 0 if it is not there. */
export function cachedSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Only for small files: git's own are at most some megabytes. */
async function gitSha1(file: string): Promise<string> {
  const content = await readFile(file);
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
