import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { availableSizes } from "akin-browser/format";
import { errorCode } from "../describe-error.js";
import { isTemporary } from "./atomic-file.js";
import { forEachLimited } from "./for-each-limited.js";
import { IMAGE_FILE_PATTERN, IMAGE_SIZES, imageFileName } from "./image-options.js";

const FOLDER_PATTERN = /^[0-9a-f]{2}$/;

/** Folders read at once. */
const READ_AT_ONCE = 16;

/**
 * The finished images in the cache, or in a site's `images/`. Each of the 256 folders is read once: 10,000 photos
 * take 30 ms, a `stat` for each file would take a second.
 *
 * @returns file names, see `imageFileName`; empty if the folder isn't there
 */
export async function readCachedImages(folder: string): Promise<Set<string>> {
  const images = new Set<string>();
  await forEachFile(folder, async (_subfolder, name) => {
    if (IMAGE_FILE_PATTERN.test(name)) images.add(name);
  });
  return images;
}

/** Whether all published sizes of a photo are among the images. */
export function hasAllImages(
  images: ReadonlySet<string>,
  photo: { name: string; width: number; height: number },
): boolean {
  const sizes = availableSizes(photo.width, photo.height, IMAGE_SIZES);
  return sizes.every((size) => images.has(imageFileName(photo.name, size)));
}

/**
 * Deletes images that no photo has any more, and what interrupted builds left unfinished.
 * @param keep image names, see `imageName`
 */
export async function pruneCache(cache: string, keep: ReadonlySet<string>): Promise<void> {
  await forEachFile(cache, async (subfolder, name) => {
    const stale = IMAGE_FILE_PATTERN.test(name) && !keep.has(name.slice(0, name.indexOf("-")));
    if (stale || isTemporary(name)) await rm(join(cache, subfolder, name), { force: true });
  });
}

/** Calls `visit` for all files in the two-digit folders. */
async function forEachFile(
  folder: string,
  visit: (subfolder: string, name: string) => Promise<void>,
): Promise<void> {
  const subfolders = (await readFolder(folder)).filter((name) => FOLDER_PATTERN.test(name));
  await forEachLimited(subfolders, READ_AT_ONCE, async (subfolder) => {
    for (const name of await readFolder(join(folder, subfolder))) await visit(subfolder, name);
  });
}

/** The names in a folder; none if it isn't there. */
export async function readFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
