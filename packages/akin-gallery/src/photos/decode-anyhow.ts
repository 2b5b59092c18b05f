import sharp, { type Sharp } from "sharp";
import { decodeError } from "./decode-error.js";
import { contentOf, type PhotoFile, type Picture } from "./open-picture.js";
import { PhotoError } from "./photo-error.js";
import { type Raster, rasterise } from "./raster.js";

/** Resizes an upright picture, which is that of the file. */
type Shape = (picture: Sharp, file: PhotoFile) => Sharp | Promise<Sharp>;

/**
 * Decodes a picture to its end, of a TIFF file that sharp refuses by ImageMagick; or else, as viewers do, what there is of
 * a damaged one.
 * @throws PhotoError that of the first try
 */
export async function decodeAnyhow(
  photo: PhotoFile,
  { kind, source }: Picture,
  shape: Shape,
): Promise<Raster> {
  try {
    return await decodeInto(source, shape, "error");
  } catch (error) {
    const tries = [async () => decodeDamaged(await contentOf(source), shape)];
    if (kind === "tiff") tries.unshift(() => decodeByMagick(photo, shape));
    for (const decode of kind === "svg" ? [] : tries) {
      const raster = await unlessBroken(decode);
      if (raster) return raster;
    }
    throw error;
  }
}

async function decodeByMagick(photo: PhotoFile, shape: Shape): Promise<Raster> {
  const { decodeMagick } = await import("./decode-magick.js");
  return decodeInto(await decodeMagick(await contentOf(photo), "tiff"), shape, "error");
}

/**
 * @param content all of the file: of a disk that has a fault there is none, and the picture is not to blame
 * @throws PhotoError BROKEN_IMAGE where not even a row could be read: all is what libvips puts there instead
 */
async function decodeDamaged(content: Uint8Array, shape: Shape): Promise<Raster> {
  const raster = await decodeInto(content, shape, "none");
  if (isEmpty(raster)) throw decodeError(new Error("nothing of it could be read"));
  return { ...raster, isDamaged: true };
}

async function decodeInto(
  file: PhotoFile,
  shape: Shape,
  failOn: "none" | "error",
): Promise<Raster> {
  try {
    const picture = sharp(file, { failOn, autoOrient: true }).flatten({ background: "white" });
    return await rasterise((await shape(picture, file)).toColourspace("srgb"));
  } catch (error) {
    throw decodeError(error);
  }
}

/** @returns undefined if the picture is broken, too */
async function unlessBroken(decode: () => Promise<Raster>): Promise<Raster | undefined> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof PhotoError && error.code === "BROKEN_IMAGE") return undefined;
    throw error;
  }
}

/** Less of a picture than one row of a JPEG file's blocks. */
const NOTHING = 1 / 500;

/** Whether all but nothing has one colour, which a corner has as well. */
function isEmpty({ rgb, width, height }: Raster): boolean {
  const pixels = width * height;
  const corners = [0, width - 1, pixels - width, pixels - 1].map((pixel) => 3 * pixel);
  return corners.some((corner) => {
    let others = 0;
    for (let at = 0; at < rgb.length; at += 3) {
      for (let c = 0; c < 3; c++) {
        if (rgb[at + c] === rgb[corner + c]) continue;
        others++;
        break;
      }
    }
    return others <= NOTHING * pixels;
  });
}
