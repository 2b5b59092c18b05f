import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { availableSizes } from "akin-browser/format";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { decodeError } from "../photos/decode-error.js";
import { writeAtomic } from "./atomic-file.js";
import { IMAGE_SIZES, imageFile, jpegOptions } from "./image-options.js";

/** A photo whose images are to be made. */
export interface PhotoToResize {
  /** Path of the original. */
  file: string;
  /** See `imageName`. */
  name: string;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
}

/** Decoded pixels: 8-bit sRGB without alpha. */
interface Raster {
  data: Buffer;
  info: OutputInfo;
}

/** The most that ThumbHash takes. */
const PLACEHOLDER_SIZE = 100;

/**
 * Makes all published sizes of a photo, upright, in sRGB, without metadata, and never larger than it is.
 *
 * The original is decoded once; each size is made from the next larger one, which costs a third of making
 * all from the original.
 *
 * @param cache the folder that gets `<first two digits>/<name>-<size>.jpg`
 * @returns the ThumbHash
 * @throws if the photo can't be decoded to its end
 */
export async function makeImages(
  photo: PhotoToResize,
  cache: string,
): Promise<{ placeholder: Uint8Array }> {
  const sizes = availableSizes(photo.width, photo.height, IMAGE_SIZES).reverse();
  let raster: Raster | undefined;
  for (const size of sizes) {
    raster = raster ? await shrink(raster, size) : await decode(photo.file, size);
    await writeImage(raster, size, imageFile(cache, photo.name, size));
  }
  if (!raster) throw new RangeError("there are no image sizes");
  const small = await shrink(raster, PLACEHOLDER_SIZE);
  return { placeholder: thumbHash(small) };
}

async function decode(file: string, size: number): Promise<Raster> {
  try {
    return await decodeWithSharp(file, size);
  } catch (error) {
    throw decodeError(error);
  }
}

function decodeWithSharp(file: string, size: number): Promise<Raster> {
  return sharp(file, { failOn: "error", autoOrient: true })
    .flatten({ background: "white" })
    .resize({ width: size, height: size, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
}

function pixels({ data, info }: Raster): Sharp {
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } });
}

function shrink(raster: Raster, size: number): Promise<Raster> {
  return pixels(raster)
    .resize({ width: size, height: size, fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function writeImage(raster: Raster, size: number, file: string): Promise<void> {
  const jpeg = await pixels(raster).jpeg(jpegOptions(size)).toBuffer();
  await mkdir(dirname(file), { recursive: true });
  await writeAtomic(file, jpeg);
}

function thumbHash({ data, info }: Raster): Uint8Array {
  const { width, height, channels } = info;
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgba.set(data.subarray(pixel * channels, pixel * channels + 3), pixel * 4);
  }
  return rgbaToThumbHash(width, height, rgba);
}
