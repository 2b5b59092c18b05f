import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { availableSizes } from "akin-browser/format";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { pictureOf, type Raster, rasterise } from "../photos/raster.js";
import { writeDurable } from "./atomic-file.js";
import { IMAGE_SIZES, imageFile, imageFileName, jpegOptions } from "./image-options.js";

/** A photo whose images are to be made. */
export interface PhotoToResize {
  /** See `imageName`. */
  name: string;
  /** Upright size of the original in pixels. */
  width: number;
  height: number;
}

/** Enough for ThumbHash, which keeps 7 x 7 frequencies; the 100 that it would take cost 3 ms a photo more. */
const PLACEHOLDER_SIZE = 48;

/**
 * Makes all published sizes of a photo, in sRGB, without metadata, and never larger than it is. Each size is made from
 * the next larger one, which costs a third of making all from the original.
 *
 * @param decoded the photo as `decodePhoto` gives it
 * @param cache the folder that gets `<first two digits>/<name>-<size>.jpg`
 * @param made names of the files that are there already
 */
export async function makeImages(
  photo: PhotoToResize,
  decoded: Raster,
  cache: string,
  made: ReadonlySet<string> = new Set(),
): Promise<void> {
  const sizes = availableSizes(photo.width, photo.height, IMAGE_SIZES).reverse();
  let raster = decoded;
  for (const [index, size] of sizes.entries()) {
    // The largest is as large as the decoded photo.
    if (index > 0) raster = await shrink(raster, size);
    if (made.has(imageFileName(photo.name, size))) continue;
    await writeImage(raster, size, imageFile(cache, photo.name, size));
  }
}

/**
 * The ThumbHash of a photo, by its smallest image: so it is the same whether that was made just now or long ago.
 * @param cache see `makeImages`
 */
export async function makePlaceholder(cache: string, name: string): Promise<Uint8Array> {
  const [smallest = 0] = IMAGE_SIZES;
  const image = sharp(imageFile(cache, name, smallest));
  const { rgb, width, height } = await rasterise(
    image.resize({ width: PLACEHOLDER_SIZE, height: PLACEHOLDER_SIZE, ...NO_LARGER }),
  );
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return rgbaToThumbHash(width, height, rgba);
}

const NO_LARGER = { fit: "inside", withoutEnlargement: true } as const;

function shrink(raster: Raster, size: number): Promise<Raster> {
  return rasterise(pictureOf(raster).resize({ width: size, height: size, ...NO_LARGER }));
}

async function writeImage(raster: Raster, size: number, file: string): Promise<void> {
  const jpeg = await pictureOf(raster).jpeg(jpegOptions(size)).toBuffer();
  await mkdir(dirname(file), { recursive: true });
  await writeDurable(file, jpeg);
}
