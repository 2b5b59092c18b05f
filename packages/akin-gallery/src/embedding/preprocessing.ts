import {
  centreCut,
  normalisePixels,
  type PixelSize,
  type Preprocessing,
  resizedSize,
} from "akin-browser/format";
import type { Sharp } from "sharp";
import { type PhotoSource, type PixelOptions, readPixels } from "./read-pixels.js";

/**
 * Makes a model's input of a photo, as Hugging Face's image processors (Pillow) do it.
 *
 * @param photo decoded, or the path of an image file, or its content
 * @returns Float32Array of shape [3, height, width]: red, green, blue planes, rescaled and normalised
 * @throws an error of one line if the photo can't be decoded
 */
export async function preprocess(
  photo: PhotoSource,
  preprocessing: Preprocessing,
  options: PixelOptions,
): Promise<Float32Array> {
  const rgb = await readPixels(photo, options, (image, size) =>
    shape(image, size, preprocessing, options),
  );
  return normalisePixels(rgb, preprocessing);
}

function shape(
  image: Sharp,
  upright: PixelSize,
  preprocessing: Preprocessing,
  { smartCrop }: PixelOptions,
): Sharp {
  const { resize, crop, kernel } = preprocessing;
  const size = resizedSize(upright, preprocessing);
  let shaped = image;
  if (resize) {
    if (smartCrop && "shortestEdge" in resize) size.width = size.height = resize.shortestEdge;
    const fit = smartCrop
      ? ({ fit: "cover", position: "attention" } as const)
      : { fit: "fill" as const };
    shaped = shaped.resize(size.width, size.height, { ...fit, kernel });
  }
  return crop ? cutCentre(shaped, size, crop) : shaped;
}

/** A picture smaller than the cut gets black around it. */
function cutCentre(image: Sharp, size: PixelSize, crop: PixelSize): Sharp {
  const { left, top, width, height, padLeft, padTop } = centreCut(size, crop);
  const cut = image.extract({ left, top, width, height });
  if (width === crop.width && height === crop.height) return cut;
  return cut.extend({
    left: padLeft,
    top: padTop,
    right: crop.width - width - padLeft,
    bottom: crop.height - height - padTop,
    background: "#000000",
  });
}
