import type { Sharp } from "sharp";
import { decodePhoto, decodeShrunk } from "../photos/decode-photo.js";
import { pictureOf, type Raster, rasterise } from "../photos/raster.js";

/** How a photo is cut and shaped on its way to a model. */
export interface PixelOptions {
  /** Contrast and sharpness x 1.1. */
  enhance: boolean;
  /** Crops around what draws the eye instead of the middle (sharp's attention strategy). */
  smartCrop: boolean;
  /** Files are decoded no larger than the model needs, see `decodeShrunk`. Default false. */
  shrinkOnLoad?: boolean;
}

/** A photo to embed: decoded, or still to decode: the path of an image file, or its content. */
export type PhotoSource = Raster | string | Uint8Array;

/**
 * Shapes a photo for a model.
 *
 * @param shape resizes and crops a picture whose upright size it is told
 * @returns `width * height * 3` bytes, row after row
 * @throws an error of one line if the photo can't be decoded
 */
export async function readPixels(
  photo: PhotoSource,
  { enhance, shrinkOnLoad = false }: PixelOptions,
  shape: (picture: Sharp, size: { width: number; height: number }) => Sharp,
): Promise<Uint8Array> {
  const shaped = (picture: Sharp, size: { width: number; height: number }) =>
    enhance ? enhanced(shape(picture, size)) : shape(picture, size);
  const isDecoded = typeof photo === "object" && "rgb" in photo;
  if (!isDecoded && shrinkOnLoad) return (await decodeShrunk(photo, shaped)).rgb;
  const raster = isDecoded ? photo : await decodePhoto(photo);
  return (await rasterise(shaped(pictureOf(raster), raster))).rgb;
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
