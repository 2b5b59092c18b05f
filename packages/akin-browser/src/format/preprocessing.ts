/** How pixels are mixed when a picture becomes smaller or larger, as sharp calls it. */
export type ResizeKernel = "nearest" | "lanczos3" | "linear" | "cubic";

export interface PixelSize {
  width: number;
  height: number;
}

/** What a model expects of its input, as `preprocessor_config.json` says it. */
export interface Preprocessing {
  /** Sides in pixels after resizing: the shorter one (aspect kept) or both (squashed); null leaves the size. */
  resize: { shortestEdge: number } | PixelSize | null;
  kernel: ResizeKernel;
  /** Cut from the middle after resizing; null for all of it. */
  crop: PixelSize | null;
  /** The size that the model gets. */
  width: number;
  height: number;
  /** Multiplies the bytes 0 to 255; 1 without rescaling. */
  rescale: number;
  /** Red, green, blue; after rescaling. Zeros and ones without normalisation. */
  mean: [number, number, number];
  std: [number, number, number];
}

/** The size of a picture before it is cut. Rounded down, as Hugging Face's image processors do. */
export function resizedSize(upright: PixelSize, { resize }: Preprocessing): PixelSize {
  const { width, height } = upright;
  if (resize === null) return { width, height };
  if ("width" in resize) return { width: resize.width, height: resize.height };
  const edge = resize.shortestEdge;
  return width <= height
    ? { width: edge, height: Math.floor((edge * height) / width) }
    : { width: Math.floor((edge * width) / height), height: edge };
}

/** What is cut from a picture, and how much black there is before it, where the picture is smaller than the cut. */
export interface CentreCut extends PixelSize {
  left: number;
  top: number;
  padLeft: number;
  padTop: number;
}

/** The middle of a picture. */
export function centreCut(size: PixelSize, crop: PixelSize): CentreCut {
  return {
    left: Math.max(0, Math.floor((size.width - crop.width) / 2)),
    top: Math.max(0, Math.floor((size.height - crop.height) / 2)),
    width: Math.min(crop.width, size.width),
    height: Math.min(crop.height, size.height),
    padLeft: Math.ceil(Math.max(0, crop.width - size.width) / 2),
    padTop: Math.ceil(Math.max(0, crop.height - size.height) / 2),
  };
}

/**
 * @param rgb `width * height * 3` bytes
 * @returns Float32Array of shape [3, height, width]: red, green, blue planes, rescaled and normalised
 */
export function normalisePixels(
  rgb: Uint8Array,
  { rescale, mean, std }: Preprocessing,
): Float32Array<ArrayBuffer> {
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
