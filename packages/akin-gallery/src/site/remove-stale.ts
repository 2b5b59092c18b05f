import { rm, rmdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { errorCode } from "../describe-error.js";
import { isTemporary } from "./atomic-file.js";
import { readFolder } from "./cached-images.js";
import { forEachLimited } from "./for-each-limited.js";
import { IMAGE_FILE_PATTERN } from "./image-options.js";
import { DATA_FOLDERS, type SiteFolder } from "./site-folder.js";

/** What a site has of ours beside index.html unless its owner doesn't want it. */
const AT_THE_ROOT = /^(manifest\.webmanifest|sw\.js)$/;

/** Folders of ours, and the names that we give in them: what an owner put there beside ours stays. */
const OURS: readonly [folder: string, pattern: RegExp][] = [
  ...DATA_FOLDERS.map((folder): [string, RegExp] => [`data/${folder}`, /^[0-9a-f]{20}$/]),
  ["originals", /^[0-9a-f]{20}(\.[a-z0-9]{1,8})?$/],
  // Vite's names: the file's own, a hash of eight characters, the extension.
  ["assets", /^.+-[\w-]{8}\.(js|css|wasm|map|svg|woff2|png)$/],
  ["photo", /^\d+\.html$/],
];

/** Deletes what older or interrupted builds left in a site and this one does not name; then the empty folders. */
export async function removeStale(site: SiteFolder): Promise<void> {
  await clean(site, "", AT_THE_ROOT);
  await clean(site, "data", /(?!)/);
  for (const [folder, pattern] of OURS) await clean(site, folder, pattern);
  const images = await readFolder(join(site.root, "images"));
  await forEachLimited(images, 16, async (name) => {
    if (/^[0-9a-f]{2}$/.test(name)) await clean(site, `images/${name}`, IMAGE_FILE_PATTERN);
  });
  await removeIfEmpty(join(site.root, "images"));
}

async function clean(site: SiteFolder, folder: string, ours: RegExp): Promise<void> {
  const names = await readFolder(join(site.root, folder));
  const stale = names.filter((name) => {
    return isTemporary(name) || (ours.test(name) && !site.files.has(posix.join(folder, name)));
  });
  for (const name of stale) await rm(join(site.root, folder, name), { force: true });
  if (stale.length === names.length) await removeIfEmpty(join(site.root, folder));
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // Windows and some network disks have codes of their own for a folder that isn't empty.
    if (!["ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES"].includes(errorCode(error) ?? ""))
      throw error;
  }
}
