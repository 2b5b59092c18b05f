import { availableSizes } from "akin-browser/format";
import type { Album } from "../album/album.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { imageLevels } from "./image-levels.js";

/** URLs of images that were decoded in this visit: the browser most likely has them still. */
const decoded = new Set<string>();

export function isDecoded(url: string): boolean {
  return decoded.has(url);
}

/** Loads and decodes an image, so that it is there at once when it is shown. */
export async function decode(url: string): Promise<void> {
  const image = new Image();
  image.src = url;
  await image.decode();
  decoded.add(url);
}

/** The same for the image that a photo is sharp with when it fills the window. */
export async function decodeAhead({ gallery }: Album, photo: PhotoSummary): Promise<void> {
  const sizes = availableSizes(photo.width, photo.height, gallery.manifest.imageSizes);
  const sharp = imageLevels(sizes, neededPixels(photo), 0).at(-1);
  if (sharp !== undefined) await decode(gallery.imageUrl(photo.image, sharp));
}

/** The longest side of the photo when it fills the window, in device pixels. */
export function neededPixels({ width, height }: PhotoSummary): number {
  const scale = Math.min(innerWidth / width, innerHeight / height, 1);
  return Math.max(width, height) * scale * devicePixelRatio;
}
