import {
  centreCut,
  normalisePixels,
  type PixelSize,
  type Preprocessing,
  resizedSize,
} from "./preprocessing.js";
import { resizePixels } from "./resize-pixels.js";

/**
 * Makes a model's input of a picture where there is no sharp, as `preprocess` of akin-gallery does it.
 *
 * @param picture no larger than a gallery decodes photos to; `rgb` has `width * height * 3` bytes
 * @param enhance contrast and sharpness x 1.1
 * @returns Float32Array of shape [3, height, width]
 */
export function networkInput(
  picture: PixelSize & { rgb: Uint8ClampedArray },
  preprocessing: Preprocessing,
  enhance: boolean,
): Float32Array<ArrayBuffer> {
  const size = resizedSize(picture, preprocessing);
  const resized = resizePixels(picture, size, preprocessing.kernel);
  const { crop } = preprocessing;
  const cut = crop ? cutCentre(resized, size, crop) : resized;
  const shaped = enhance ? enhanced(cut, crop ?? size) : cut;
  return normalisePixels(shaped, preprocessing);
}

function cutCentre(rgb: Uint8Array, size: PixelSize, crop: PixelSize): Uint8Array {
  const { left, top, width, height, padLeft, padTop } = centreCut(size, crop);
  const result = new Uint8Array(crop.width * crop.height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * size.width + left) * 3;
    result.set(rgb.subarray(from, from + width * 3), ((padTop + y) * crop.width + padLeft) * 3);
  }
  return result;
}

/** As akin-gallery's `--enhance`: away from a smoothed picture, then away from middle grey. */
function enhanced(rgb: Uint8Array, { width, height }: PixelSize): Uint8Array {
  const result = new Uint8ClampedArray(rgb.length);
  const at = (x: number, y: number, channel: number) => {
    const column = Math.min(Math.max(x, 0), width - 1);
    const row = Math.min(Math.max(y, 0), height - 1);
    return rgb[(row * width + column) * 3 + channel] ?? 0;
  };
  for (let i = 0; i < rgb.length; i++) {
    const channel = i % 3;
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / (3 * width));
    let sum = 139 * (rgb[i] ?? 0);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) sum -= at(x + dx, y + dy, channel);
    }
    result[i] = Math.trunc(Math.max(0, (sum / 130) * 1.1 - 12.75));
  }
  return new Uint8Array(result.buffer);
}
