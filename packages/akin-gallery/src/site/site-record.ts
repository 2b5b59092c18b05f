import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { SITE_FORMAT_VERSION } from "akin-browser/format";
import { errorCode } from "../describe-error.js";
import { AKIN_VERSION } from "../version.js";
import { writeDurable } from "./atomic-file.js";
import { IMAGE_FINGERPRINT } from "./image-options.js";
import { type AppFiles, readApp } from "./place-app.js";
import { hashName, type SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/** What decides whether a site has to be written again. */
export type SiteIdentity = Pick<
  SiteInput,
  | "buildId"
  | "title"
  | "presentation"
  | "originals"
  | "fields"
  | "cors"
  | "app"
  | "cache"
  | "site"
  | "towers"
>;

/** Which site was written last, and its files. */
interface SiteRecord {
  key: string;
  /** Hash of the manifest as it was written. */
  manifest: string;
  /** Paths relative to the site, and sizes in bytes. */
  files: [path: string, bytes: number][];
}

/**
 * Whether the site on disk is the one that `writeSite` would write: same build, title, options and app, and all its
 * files still there, as long as they were: a machine that went down may have cut them off. Their content is not read: that is what
 * `checkSite` does.
 */
export async function siteIsCurrent(identity: SiteIdentity): Promise<boolean> {
  const record = await readRecord(identity.cache);
  if (!record || record.key !== siteKey(identity, await readApp(identity.app))) return false;
  if (record.manifest !== (await manifestHash(identity.site))) return false;
  return areAllThere(identity.site, record.files);
}

/** Remembers a site that is complete. */
export async function recordSite(
  identity: SiteIdentity,
  app: AppFiles,
  site: SiteFolder,
): Promise<void> {
  const key = siteKey(identity, app);
  const manifest = (await manifestHash(identity.site)) ?? "";
  const record: SiteRecord = { key, manifest, files: [...site.files] };
  await writeDurable(recordFile(identity.cache), JSON.stringify(record));
}

/** To be called before a site is changed: what was recorded is no longer there as a whole. */
export async function forgetSite(cache: string): Promise<void> {
  await rm(recordFile(cache), { force: true });
}

function recordFile(cache: string): string {
  return join(cache, "site-files.json");
}

function siteKey(identity: SiteIdentity, app: AppFiles): string {
  const { buildId, title, presentation, originals, fields, cors = null, towers } = identity;
  const software = [AKIN_VERSION, SITE_FORMAT_VERSION, IMAGE_FINGERPRINT, app.fingerprint];
  const key = [
    software,
    buildId,
    title,
    presentation,
    originals,
    [...fields],
    cors,
    towers.fingerprint,
  ];
  return createHash("sha256").update(JSON.stringify(key)).digest("hex");
}

async function manifestHash(site: string): Promise<string | undefined> {
  try {
    return hashName(await readFile(join(site, "data/manifest.json")));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readRecord(cache: string): Promise<SiteRecord | undefined> {
  try {
    return JSON.parse(await readFile(recordFile(cache), "utf8"));
  } catch (error) {
    // Not there, or damaged: the site is then written again, which is always right.
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Synchronous: a quarter of the time, and a large site has 200,000 files. */
function areAllThere(site: string, files: SiteRecord["files"]): boolean {
  return files.every(([path, bytes]) => {
    return statSync(join(site, path), { throwIfNoEntry: false })?.size === bytes;
  });
}
