import sharp, { type Sharp } from "sharp";
import { decodeError } from "../photos/decode-error.js";

/** How a photo is cut and shaped on its way to a model. */
export interface PixelOptions {
  /** Contrast and sharpness x 1.1. */
  enhance: boolean;
  /** Crops around what draws the eye instead of the middle (sharp's attention strategy). */
  smartCrop: boolean;
}

/**
 * Decodes a photo upright, whatever its kind (an animation's first frame, a palette, CMYK, grey or 16-bit file), to
 * sRGB with 8 bits and three channels, transparency over white.
 *
 * @param photo path of an image file, or its content
 * @param shape resizes and crops
 * @returns `width * height * 3` bytes, row after row
 * @throws an error of one line if the photo can't be decoded
 */
export async function readPixels(
  photo: string | Uint8Array,
  { enhance }: PixelOptions,
  shape: (image: Sharp) => Sharp | Promise<Sharp>,
): Promise<Uint8Array> {
  try {
    const shaped = await shape(sharp(photo, { failOn: "error" }).autoOrient());
    const flat = shaped.flatten({ background: "#ffffff" }).toColourspace("srgb");
    const raw = (enhance ? enhanced(flat) : flat).raw({ depth: "uchar" });
    const { data, info } = await raw.toBuffer({ resolveWithObject: true });
    if (info.channels === 3) return data;
    throw new Error(`it has ${info.channels} channels, expected 3`);
  } catch (error) {
    throw decodeError(error);
  }
}

/**
 * Pillow's `ImageEnhance` with 1.1 for both: sharpness moves away from a smoothed picture (kernel 1 1 1, 1 5 1, 1 1 1),
 * contrast away from middle grey.
 */
function enhanced(image: Sharp): Sharp {
  return image
    .convolve({ width: 3, height: 3, kernel: [-1, -1, -1, -1, 138, -1, -1, -1, -1], scale: 130 })
    .linear(1.1, -12.75);
}
