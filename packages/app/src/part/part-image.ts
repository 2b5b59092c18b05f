import type { Gallery } from "akin-browser";
import { availableSizes } from "akin-browser/format";
import type { PhotoSummary } from "../album/photo-summary.js";
import { type Part, WHOLE_PART } from "../navigation/example.js";

/** Twice of what most models look at: what is made smaller by half is sharp. */
const NEEDED = 448;

/** The URL of the smallest published image in which a part of a photo is sharp, or of the largest. */
export function partImage(gallery: Gallery, photo: PhotoSummary, part: Part): string {
  const { width, height } = photo;
  const sizes = availableSizes(width, height, gallery.manifest.imageSizes);
  const shorter = Math.min(part.width * width, part.height * height) / WHOLE_PART;
  const longest = Math.max(width, height);
  const sharp = sizes.find((size) => (shorter * size) / longest >= NEEDED) ?? sizes.at(-1) ?? 0;
  return gallery.imageUrl(photo.image, sharp);
}
