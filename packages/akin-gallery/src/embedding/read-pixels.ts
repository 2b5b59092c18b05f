import sharp, { type Sharp } from "sharp";
import { describeError } from "../describe-error.js";

/** How a photo is cut and shaped on its way to a model. */
export interface PixelOptions {
  /** Contrast and sharpness x 1.1. */
  enhance: boolean;
  /** Crops around what draws the eye instead of the middle (sharp's attention strategy). */
  smartCrop: boolean;
}

/**
 * Opens a photo for reading upright, whatever its kind: an animation's first frame, a palette, CMYK, grey or 16-bit file.
 *
 * @param photo path of an image file, or its content
 */
export function openPhoto(photo: string | Uint8Array): Sharp {
  try {
    return sharp(photo, { failOn: "error" }).autoOrient();
  } catch (error) {
    throw decodeError(error);
  }
}

/**
 * Ends a chain of sharp operations: transparency over white, sRGB, 8 bits, three channels.
 *
 * @returns `width * height * 3` bytes, row after row
 * @throws an error of one line if the photo can't be decoded
 */
export async function readPixels(image: Sharp, { enhance }: PixelOptions): Promise<Uint8Array> {
  const flat = image.flatten({ background: "#ffffff" }).toColourspace("srgb");
  const raw = (enhance ? enhanced(flat) : flat).raw({ depth: "uchar" });
  const { data, info } = await raw.toBuffer({ resolveWithObject: true }).catch((error) => {
    throw decodeError(error);
  });
  if (info.channels === 3) return data;
  throw decodeError(`it has ${info.channels} channels, expected 3`);
}

/** An error of one line, whatever the decoder said. */
export function decodeError(error: unknown): Error {
  return new Error(`can't be decoded: ${describeError(error)}`, { cause: error });
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
