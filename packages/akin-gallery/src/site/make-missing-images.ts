import type { Raster } from "../photos/raster.js";
import { hasAllImages } from "./cached-images.js";
import { makeImages, makePlaceholder, type PhotoToResize } from "./make-images.js";

/** The web sizes that a photo is to have. */
export interface ImagesToMake {
  photo: PhotoToResize;
  /** The folder of resized images. */
  cache: string;
  /** Names of those that are there already. */
  made: ReadonlySet<string>;
}

/**
 * Makes the web sizes that are missing.
 * @param decode called only if one is: a new name for an old photo needs no decoding
 * @returns the placeholder
 */
export async function makeMissingImages(
  { photo, cache, made }: ImagesToMake,
  decode: () => Promise<Raster>,
): Promise<Uint8Array> {
  const existing = hasAllImages(made, photo) ? await placeholderOf(cache, photo) : null;
  if (existing) return existing;
  await makeImages(photo, await decode(), cache, made);
  return makePlaceholder(cache, photo.name);
}

async function placeholderOf(cache: string, { name }: PhotoToResize): Promise<Uint8Array | null> {
  try {
    return await makePlaceholder(cache, name);
  } catch {
    // The cached image is damaged.
    return null;
  }
}
