import { AlphaAction, FilterType, MagickColors } from "@imagemagick/magick-wasm";
import { convertToSrgb } from "./magick-colours.js";
import type { MagickSource } from "./magick-formats.js";
import { PhotoError } from "./photo-error.js";
import { tiffFile } from "./tiff-file.js";
import { withMagickPicture } from "./with-magick-picture.js";

/** Longest side beyond which a picture is halved, and more, before its pixels leave ImageMagick: `decodePhoto` wants no more. */
const ENOUGH = 2048;

/** The upright size of a picture, of whose pixels no more is read than must be. @throws PhotoError */
export async function magickSize(
  file: Uint8Array,
  kind: MagickSource,
): Promise<{ width: number; height: number }> {
  return withMagickPicture(file, kind, "ping", ({ width, height, orientation }) =>
    isTurned(orientation) ? { width: height, height: width } : { width, height },
  );
}

/**
 * Decodes what neither sharp nor a decoder of its own reads: of a Photoshop or GIMP document all layers together, of an
 * icon the largest picture.
 * @returns a TIFF file, upright, in sRGB, over white; of a large picture a smaller one
 * @throws PhotoError
 */
export async function decodeMagick(file: Uint8Array, kind: MagickSource): Promise<Uint8Array> {
  return withMagickPicture(file, kind, "read", async (image, warnings) => {
    if (warnings > 0 && image.totalColors === 1) {
      throw new PhotoError("BROKEN_IMAGE", "can't be decoded: the file is damaged or incomplete");
    }
    const times = Math.floor(Math.max(image.width, image.height) / ENOUGH);
    if (times > 1) {
      image.resize(
        Math.max(1, Math.round(image.width / times)),
        Math.max(1, Math.round(image.height / times)),
        FilterType.Box,
      );
    }
    await convertToSrgb(image);
    image.backgroundColor = MagickColors.White;
    image.alpha(AlphaAction.Remove);
    image.autoOrient();
    const { width, height } = image;
    const rgb = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, "RGB"));
    if (!rgb) throw new PhotoError("BROKEN_IMAGE", "can't be decoded: it has no picture");
    return tiffFile(rgb, { width, height, channels: 3 });
  });
}

/** Whether an orientation lays a picture on its side. */
function isTurned(orientation: number): boolean {
  return orientation >= 5 && orientation <= 8;
}
