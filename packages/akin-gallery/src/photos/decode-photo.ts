import sharp, { type Sharp } from "sharp";
import { decodeError } from "./decode-error.js";
import { openPicture, type PhotoFile } from "./open-picture.js";

/** Decoded pixels: upright, 8-bit sRGB. */
export interface Raster {
  /** `width * height * 3` bytes, row after row. */
  rgb: Uint8Array;
  width: number;
  height: number;
}

/** Longest side of a decoded photo in pixels; a smaller photo keeps its size. */
export const DECODED_SIZE = 2048;

/**
 * Decodes a photo upright, whatever its kind (an animation's first frame, a palette, CMYK, grey or 16-bit file), to
 * sRGB with 8 bits and three channels, transparency over white. Both the published images and the model's input are
 * made of this raster, so that a photo is decoded once, and its vector is the same whichever command makes it.
 *
 * @param photo path of an image file, or its content
 * @throws an error of one line if the photo can't be decoded to its end
 */
export async function decodePhoto(photo: PhotoFile): Promise<Raster> {
  const { source } = await openPicture(photo);
  return decodeInto(source, (picture) =>
    picture.resize({
      width: DECODED_SIZE,
      height: DECODED_SIZE,
      fit: "inside",
      withoutEnlargement: true,
    }),
  );
}

/**
 * Decodes no more of a photo than a smaller picture of it needs: a JPEG decoder gives a half, quarter or eighth of the
 * size in much less time. The result differs a little from the same picture made of `decodePhoto`'s raster.
 *
 * @param shape resizes and crops the upright picture, whose size it is told
 * @throws an error of one line if the photo can't be decoded to its end
 */
export async function decodeShrunk(
  photo: PhotoFile,
  shape: (picture: Sharp, size: { width: number; height: number }) => Sharp,
): Promise<Raster> {
  const { source } = await openPicture(photo);
  const size = await uprightSize(source);
  return decodeInto(source, (picture) => shape(picture, size));
}

async function uprightSize(source: PhotoFile): Promise<{ width: number; height: number }> {
  try {
    return (await sharp(source).metadata()).autoOrient;
  } catch (error) {
    throw decodeError(error);
  }
}

async function decodeInto(source: PhotoFile, shape: (picture: Sharp) => Sharp): Promise<Raster> {
  try {
    const picture = sharp(source, { failOn: "error", autoOrient: true });
    return await rasterise(shape(picture.flatten({ background: "white" })).toColourspace("srgb"));
  } catch (error) {
    throw decodeError(error);
  }
}

/** The raster as the beginning of another picture. */
export function pictureOf({ rgb, width, height }: Raster): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** Makes the raster of a picture. */
export async function rasterise(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return rasterOf(data, info);
}

function rasterOf(
  rgb: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
): Raster {
  if (channels === 3) return { rgb, width, height };
  throw new Error(`it has ${channels} channels, expected 3`);
}
