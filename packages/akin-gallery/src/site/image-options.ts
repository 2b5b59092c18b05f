import { createHash } from "node:crypto";
import { join } from "node:path";
import { DECODED_SIZE } from "../photos/decode-photo.js";

/** Longest sides of the published images in pixels, ascending. */
export const IMAGE_SIZES: readonly number[] = [400, 800, DECODED_SIZE];

/** 8-bit JPEG for every browser: WebP would be a fifth smaller, but takes three times as long to encode. */
const JPEG = { quality: 80, chromaSubsampling: "4:2:0", progressive: false } as const;

/** How one published size is encoded. */
export function jpegOptions(size: number) {
  // Fitted Huffman tables save 0.8 % of a 2048 px photo for 17 of 30 ms, but 5 % of a small one for next to nothing.
  return { ...JPEG, optimiseCoding: size < 1000 };
}

/** Raised when images are made differently in a way that the options above don't show. */
const IMAGES_VERSION = 1;

/** Changes with everything that changes the bytes of published images. */
export const IMAGE_FINGERPRINT = JSON.stringify([
  IMAGES_VERSION,
  IMAGE_SIZES.map((size) => [size, jpegOptions(size)]),
]);

/**
 * The published name of a photo's images: 20 hex digits. It does not give away the original's own hash, by which
 * anyone who has a copy could tell that it is in the album.
 *
 * @param contentHash SHA-256 of the original, hex
 */
export function imageName(contentHash: string): string {
  const hash = createHash("sha256").update(`${contentHash}\n${IMAGE_FINGERPRINT}`);
  return hash.digest("hex").slice(0, 20);
}

/** The file of one size in a folder of images: the cache, or the site's `images/`. */
export function imageFile(folder: string, name: string, size: number): string {
  return join(folder, name.slice(0, 2), imageFileName(name, size));
}

/** The name of that file without its folder. */
export function imageFileName(name: string, size: number): string {
  return `${name}-${size}.jpg`;
}

/** Matches finished images only, not the temporary files that they are before. */
export const IMAGE_FILE_PATTERN = /^[0-9a-f]{20}-\d+\.jpg$/;
