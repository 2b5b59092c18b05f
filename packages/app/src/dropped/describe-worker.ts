import { BUILTIN_INPUT_SIZE, builtinEmbedding } from "akin-browser/format";
import type { DescribeAnswer, DescribeRequest } from "./messages.js";
import { shrink } from "./shrink.js";

/** Longest side that a gallery decodes photos to before it looks at them. */
const DECODED_SIZE = 2048;

addEventListener("message", async ({ data }: MessageEvent<DescribeRequest>) => {
  postMessage(await describe(data.file));
});

async function describe(file: Blob): Promise<DescribeAnswer> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // No image, a damaged one, or of a kind that this browser doesn't know.
    return { type: "unreadable" };
  }
  const { width, height } = bitmap;
  const size = BUILTIN_INPUT_SIZE;
  const pixels = pixelsOf(bitmap);
  const square = shrink(withoutAlpha(pixels.data), pixels.width, pixels.height, size);
  const vector = builtinEmbedding(square, size, size);
  return { type: "described", vector, ratio: width / height };
}

/** The picture over white, no larger than a gallery would have it. */
function pixelsOf(bitmap: ImageBitmap): ImageData {
  const scale = Math.min(1, DECODED_SIZE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("There is no canvas of two dimensions.");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from] ?? 0;
    rgb[to++] = rgba[from + 1] ?? 0;
    rgb[to++] = rgba[from + 2] ?? 0;
  }
  return rgb;
}
