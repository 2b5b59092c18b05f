import { createHash } from "node:crypto";
import { promises as fs } from "node:fs";
import { posix } from "node:path";
import sharp, { type Metadata } from "sharp";
import { describeError } from "../describe-error.js";
import type { PhotoMetadata } from "../metadata/photo-metadata.js";
import { readMetadata } from "../metadata/read-metadata.js";
import { decodeError } from "./decode-error.js";
import type { FoundPhoto } from "./pair-files.js";
import { PhotoError } from "./photo-error.js";
import { readSidecars } from "./read-sidecars.js";

/** What one reading of a file gives. */
export interface PhotoContent {
  /** SHA-256 of the file, hex. */
  contentHash: string;
  /** Upright size in pixels. */
  width: number;
  height: number;
  metadata: PhotoMetadata;
  /** Of the sidecars' content; empty where there are none. */
  sidecarHash: string;
}

/** sharp's own limit: 0x3FFF squared, more than any camera takes, less than a decompression bomb. */
const MOST_PIXELS = 0x3fff ** 2;

/** Above this a file is no photo; Node can't read more than 2 GiB at once. */
const MOST_BYTES = 1 << 30;

/**
 * Reads a photo's file once: its hash, its size in pixels, and what it and its sidecars tell of it. Pixels are not
 * decoded.
 * @throws PhotoError
 */
export async function readPhoto(photo: FoundPhoto): Promise<PhotoContent> {
  if (photo.size === 0) throw new PhotoError("EMPTY", "the file is empty");
  if (photo.size > MOST_BYTES) throw new PhotoError("TOO_LARGE", "the file is larger than 1 GB");
  const content = await readFile(photo.file);
  const size = await uprightSize(content);
  const { sidecars, hash } = await readSidecars(photo);
  return {
    contentHash: createHash("sha256").update(content).digest("hex"),
    ...size,
    metadata: await readMetadata(content, { filename: posix.basename(photo.path), sidecars }),
    sidecarHash: hash,
  };
}

async function readFile(file: string): Promise<Buffer> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    throw new PhotoError("UNREADABLE", `can't be read: ${describeError(error)}`, { cause: error });
  }
}

async function uprightSize(content: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient, pages, pageHeight } = await header(content);
  const width = autoOrient.width;
  // Without `pages: -1` the height is that of one page already; some loaders still name the page's own.
  const height = (pages ?? 1) > 1 && pageHeight ? pageHeight : autoOrient.height;
  if (width * height > MOST_PIXELS) {
    throw new PhotoError(
      "TOO_LARGE",
      `has ${width} x ${height} pixels; at most ${Math.floor(MOST_PIXELS / 1e6)} megapixels are read`,
    );
  }
  return { width, height };
}

async function header(content: Buffer): Promise<Metadata> {
  try {
    return await sharp(content, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new PhotoError("NOT_AN_IMAGE", decodeError(error).message, { cause: error });
  }
}
