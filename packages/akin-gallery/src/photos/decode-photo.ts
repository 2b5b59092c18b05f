import sharp, { type Sharp } from "sharp";
import { decodeAnyhow } from "./decode-anyhow.js";
import { decodeError } from "./decode-error.js";
import { openPicture, type PhotoFile } from "./open-picture.js";
import type { Raster } from "./raster.js";

/** Longest side of a decoded photo in pixels; a smaller photo keeps its size. */
export const DECODED_SIZE = 2048;

/**
 * Decodes a photo upright, whatever its kind (an animation's first frame, a palette, CMYK, grey or 16-bit file), to
 * sRGB with 8 bits and three channels, transparency over white. Both the published images and the model's input are
 * made of this raster, so that a photo is decoded once, and its vector is the same whichever command makes it.
 *
 * @param photo path of an image file, or its content
 * @throws an error of one line if nothing of the photo can be decoded
 */
export async function decodePhoto(photo: PhotoFile): Promise<Raster> {
  return decodeAnyhow(photo, await openPicture(photo), (picture) =>
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
 * @throws an error of one line if nothing of the photo can be decoded
 */
export async function decodeShrunk(
  photo: PhotoFile,
  shape: (picture: Sharp, size: { width: number; height: number }) => Sharp,
): Promise<Raster> {
  return decodeAnyhow(photo, await openPicture(photo), async (picture, source) =>
    shape(picture, await uprightSize(source)),
  );
}

async function uprightSize(source: PhotoFile): Promise<{ width: number; height: number }> {
  try {
    return (await sharp(source).metadata()).autoOrient;
  } catch (error) {
    throw decodeError(error);
  }
}
