import sharp from "sharp";
import { PhotoError } from "./photo-error.js";
import { type RawPreview, rawPreview } from "./raw-preview.js";

/** Longest side in pixels of a preview that is worth more than a picture made anew of the sensor's values. */
const LARGE_ENOUGH = 640;

/**
 * The picture of a raw file: the camera's own where it holds a large one, else one that LibRaw makes of the sensor's
 * values, else a small one.
 * @returns a JPEG or TIFF file
 * @throws PhotoError NO_PREVIEW where there is none of them; TOO_LARGE or OUT_OF_MEMORY
 */
export async function rawPicture(file: Uint8Array): Promise<Uint8Array> {
  const preview = rawPreview(file);
  if (preview && isLarge(preview)) return preview.jpeg;
  const { decodeMagick } = await import("./decode-magick.js");
  return withoutPreview(
    preview,
    () => decodeMagick(file, "raw"),
    ({ jpeg }) => jpeg,
  );
}

/** Upright size of what `rawPicture` gives. @throws PhotoError as it does */
export async function rawSize(file: Uint8Array): Promise<{ width: number; height: number }> {
  const preview = rawPreview(file);
  const ofPreview = async ({ jpeg }: RawPreview) => {
    const { autoOrient } = await sharp(jpeg).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  };
  if (preview && isLarge(preview)) return ofPreview(preview);
  const { magickSize } = await import("./decode-magick.js");
  return withoutPreview(preview, () => magickSize(file, "raw"), ofPreview);
}

function isLarge({ width, height }: RawPreview): boolean {
  return Math.max(width, height) >= LARGE_ENOUGH;
}

async function withoutPreview<Result>(
  preview: RawPreview | undefined,
  make: () => Promise<Result>,
  orOf: (preview: RawPreview) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof PhotoError) || error.code !== "BROKEN_IMAGE") throw error;
    if (preview) return orOf(preview);
    throw new PhotoError(
      "NO_PREVIEW",
      "holds no preview, and its raw values can't be read; convert it to JPEG or DNG",
      { cause: error },
    );
  }
}
