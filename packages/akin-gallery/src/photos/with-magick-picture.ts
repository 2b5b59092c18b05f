import {
  type IMagickImage,
  MagickColors,
  type MagickFormat,
  MagickGeometry,
  MagickImage,
  MagickImageCollection,
  MagickReadSettings,
} from "@imagemagick/magick-wasm";
import { magickError } from "./magick-error.js";
import { type MagickSource, magickFormat } from "./magick-formats.js";
import { openMagick } from "./open-magick.js";
import { PhotoError } from "./photo-error.js";

/** Whether pixels are read, or only what there is of them. */
type How = "ping" | "read";

/** What is done with a picture; how many warnings its file gave. */
type Use<Result> = (image: IMagickImage, warnings: number) => Result | Promise<Result>;

/**
 * Reads a file by ImageMagick: of an icon the largest picture, of a GIMP document all layers together, of others the
 * first picture, which is all of a Photoshop document.
 * @throws PhotoError, or a trap
 */
export async function withMagickPicture<Result>(
  file: Uint8Array,
  kind: MagickSource,
  how: How,
  use: Use<Result>,
): Promise<Result> {
  await openMagick();
  const format = magickFormat(kind, file);
  try {
    if (kind === "ico") return await withLargest(file, format, how, use);
    if (kind === "xcf" && how === "read") return await withLayers(file, format, use);
    return await withFirst(file, format, how, use);
  } catch (error) {
    throw error instanceof PhotoError ? error : magickError(error);
  }
}

async function withFirst<Result>(
  file: Uint8Array,
  format: MagickFormat,
  how: How,
  use: Use<Result>,
): Promise<Result> {
  const image = MagickImage.create();
  let warnings = 0;
  image.onWarning = () => {
    warnings++;
  };
  try {
    image[how](file, new MagickReadSettings({ format, frameIndex: 0, frameCount: 1 }));
    return await use(image, warnings);
  } finally {
    image.dispose();
  }
}

async function withLargest<Result>(
  file: Uint8Array,
  format: MagickFormat,
  how: How,
  use: Use<Result>,
): Promise<Result> {
  const images = MagickImageCollection.create();
  try {
    images[how](file, new MagickReadSettings({ format }));
    const largest = images.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    return await use(largest, 0);
  } finally {
    images.dispose();
  }
}

/** The lowest layer comes first; each knows its place, but not the size of the whole, which the document's head tells. */
async function withLayers<Result>(
  file: Uint8Array,
  format: MagickFormat,
  use: Use<Result>,
): Promise<Result> {
  const { width, height } = await withFirst(file, format, "ping", (image) => ({
    width: image.width,
    height: image.height,
  }));
  const layers = MagickImageCollection.create();
  try {
    layers.read(file, new MagickReadSettings({ format }));
    const [lowest] = layers;
    if (!lowest) throw new PhotoError("BROKEN_IMAGE", "can't be decoded: it has no layers");
    lowest.page = new MagickGeometry(lowest.page.x, lowest.page.y, width, height);
    lowest.backgroundColor = MagickColors.White;
    return await layers.flatten((whole) => Promise.resolve(use(whole, 0)));
  } finally {
    layers.dispose();
  }
}
