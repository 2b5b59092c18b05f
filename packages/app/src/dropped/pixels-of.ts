import { type Part, WHOLE_PART } from "../navigation/example.js";

/** Longest side that a gallery decodes photos to before it looks at them. */
const DECODED_SIZE = 2048;

/** A picture, upright and over white. */
export interface Pixels {
  /** `width * height * 3` bytes. */
  rgb: Uint8ClampedArray;
  width: number;
  height: number;
  /** Width by height before it was made smaller. */
  ratio: number;
}

/**
 * The pixels of an image file, no more than a gallery would decode.
 *
 * @param part of it; null for all @returns null if this browser can't read it
 */
export async function pixelsOf(file: Blob, part: Part | null): Promise<Pixels | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // No image, a damaged one, or of a kind that this browser doesn't know.
    return null;
  }
  const { x, y, width, height } = rectangleOf(bitmap, part);
  const scale = Math.min(1, DECODED_SIZE / Math.max(width, height));
  const size = { width: pixelsLong(width * scale), height: pixelsLong(height * scale) };
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("There is no canvas of two dimensions.");
  context.fillStyle = "white";
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, x, y, width, height, 0, 0, size.width, size.height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { rgb: withoutAlpha(data), ...size, ratio: width / height };
}

/** In whole pixels: what lies between two would be mixed with what is outside. */
function rectangleOf({ width, height }: ImageBitmap, part: Part | null): Part {
  if (part === null) return { x: 0, y: 0, width, height };
  const x = Math.floor((part.x / WHOLE_PART) * width);
  const y = Math.floor((part.y / WHOLE_PART) * height);
  return {
    x,
    y,
    width: Math.min(width - x, pixelsLong((part.width / WHOLE_PART) * width)),
    height: Math.min(height - y, pixelsLong((part.height / WHOLE_PART) * height)),
  };
}

function pixelsLong(length: number): number {
  return Math.max(1, Math.round(length));
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
