import sharp, { type Sharp } from "sharp";
import { decodeError } from "./decode-error.js";

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
export async function decodePhoto(photo: string | Uint8Array): Promise<Raster> {
  try {
    const { data, info } = await sharp(photo, { failOn: "error", autoOrient: true })
      .flatten({ background: "white" })
      .resize({
        width: DECODED_SIZE,
        height: DECODED_SIZE,
        fit: "inside",
        withoutEnlargement: true,
      })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return rasterOf(data, info);
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
