import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { SITE_FORMAT_VERSION } from "akin-browser/format";
import { errorCode } from "../describe-error.js";
import { writeAtomic } from "./atomic-file.js";
import { IMAGE_FINGERPRINT } from "./image-options.js";
import { type AppFiles, readApp } from "./place-app.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/** What decides whether a site has to be written again. */
export type SiteIdentity = Pick<
  SiteInput,
  "buildId" | "title" | "originals" | "app" | "cache" | "site"
>;

/** Which site was written last, and its files. */
interface SiteRecord {
  key: string;
  files: string[];
}

/**
 * Whether the site on disk is the one that `writeSite` would write: same build, title, options and app, and all its
 * files still there. Their content is not read: that is what `checkSite` does.
 */
export async function siteIsCurrent(identity: SiteIdentity): Promise<boolean> {
  const record = await readRecord(identity.cache);
  if (!record || record.key !== siteKey(identity, await readApp(identity.app))) return false;
  const present = new Set(await listSite(identity.site));
  return record.files.every((file) => present.has(file));
}

/** Remembers a site that is complete. */
export async function recordSite(
  identity: SiteIdentity,
  app: AppFiles,
  site: SiteFolder,
): Promise<void> {
  const record: SiteRecord = { key: siteKey(identity, app), files: [...site.files.keys()] };
  await writeAtomic(recordFile(identity.cache), JSON.stringify(record));
}

/** To be called before a site is changed: what was recorded is no longer there as a whole. */
export async function forgetSite(cache: string): Promise<void> {
  await rm(recordFile(cache), { force: true });
}

function recordFile(cache: string): string {
  return join(cache, "site-files.json");
}

function siteKey({ buildId, title, originals }: SiteIdentity, app: AppFiles): string {
  const key = [SITE_FORMAT_VERSION, IMAGE_FINGERPRINT, buildId, title, originals, app.fingerprint];
  return createHash("sha256").update(JSON.stringify(key)).digest("hex");
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

async function listSite(site: string): Promise<string[]> {
  try {
    const paths = await readdir(site, { recursive: true });
    return sep === "/" ? paths : paths.map((path) => path.replaceAll(sep, "/"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
