import { GalleryError } from "../gallery-error.js";

/**
 * Reads a file of a hashed name, and once more past the browser's cache if it comes damaged: such names are cached for
 * a year, and a damaged copy with them.
 */
export async function freshIfDamaged<T>(read: (cache: RequestCache) => Promise<T>): Promise<T> {
  try {
    return await read("default");
  } catch (error) {
    if (!(error instanceof GalleryError) || error.code !== "DAMAGED") throw error;
    return await read("reload");
  }
}
