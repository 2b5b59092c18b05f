import type { Sharp } from "sharp";
import type { Preprocessing } from "./preprocessing-config.js";
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
  return normalise(rgb, preprocessing);
}

function shape(
  image: Sharp,
  upright: { width: number; height: number },
  { resize, crop, kernel }: Preprocessing,
  { smartCrop }: PixelOptions,
): Sharp {
  let { width, height } = upright;
  let shaped = image;
  if (resize) {
    ({ width, height } = "width" in resize ? resize : shortest(upright, resize.shortestEdge));
    if (smartCrop && "shortestEdge" in resize) width = height = resize.shortestEdge;
    const fit = smartCrop
      ? ({ fit: "cover", position: "attention" } as const)
      : { fit: "fill" as const };
    shaped = shaped.resize(width, height, { ...fit, kernel });
  }
  return crop ? centreCrop(shaped, { width, height }, crop) : shaped;
}

/** Rounded down, as the image processors do. */
function shortest(upright: { width: number; height: number }, edge: number) {
  const { width, height } = upright;
  return width <= height
    ? { width: edge, height: Math.floor((edge * height) / width) }
    : { width: Math.floor((edge * width) / height), height: edge };
}

/** Cuts from the middle; a picture smaller than the cut gets black around it. */
function centreCrop(
  image: Sharp,
  size: { width: number; height: number },
  crop: { width: number; height: number },
): Sharp {
  const left = Math.floor((size.width - crop.width) / 2);
  const top = Math.floor((size.height - crop.height) / 2);
  const cut = image.extract({
    left: Math.max(0, left),
    top: Math.max(0, top),
    width: Math.min(crop.width, size.width),
    height: Math.min(crop.height, size.height),
  });
  if (left >= 0 && top >= 0) return cut;
  const [padX, padY] = [
    Math.max(0, crop.width - size.width),
    Math.max(0, crop.height - size.height),
  ];
  const before = { left: Math.ceil(padX / 2), top: Math.ceil(padY / 2) };
  return cut.extend({
    ...before,
    right: padX - before.left,
    bottom: padY - before.top,
    background: "#000000",
  });
}

function normalise(rgb: Uint8Array, { rescale, mean, std }: Preprocessing): Float32Array {
  const pixels = rgb.length / 3;
  const planes = new Float32Array(rgb.length);
  for (const channel of [0, 1, 2] as const) {
    const scale = rescale / std[channel];
    const shift = mean[channel] / std[channel];
    for (let i = 0; i < pixels; i++) {
      planes[channel * pixels + i] = (rgb[3 * i + channel] ?? 0) * scale - shift;
    }
  }
  return planes;
}
