import type { PhotoMedia } from "akin-browser/format";
import sharp, { type Metadata } from "sharp";
import { decodeError } from "./decode-error.js";
import { type FileKind, isMagickKind, type MagickKind } from "./file-kind.js";
import { contentOf, kindOfContent, type PhotoFile, sourceOf } from "./open-picture.js";
import { rawSize } from "./raw-picture.js";

/** What a photo's file says of its picture. */
export interface PictureHeader {
  /** Upright, in pixels. */
  width: number;
  height: number;
  media: PhotoMedia;
}

/**
 * Reads a photo's size and kind, and of its pixels no more than it must.
 * @param content the file's, or its beginning
 * @throws PhotoError
 */
export async function readHeader(photo: string, content: Uint8Array): Promise<PictureHeader> {
  const kind = kindOfContent(content, photo);
  if (kind === "jxl") {
    const { jxlHeader } = await import("./decode-jxl.js");
    const { width, height, isAnimated } = jxlHeader(await contentOf(photo));
    return { width, height, media: isAnimated ? "animation" : "photo" };
  }
  if (kind === "raw") return { ...(await rawSize(await contentOf(photo))), media: "photo" };
  if (isMagickKind(kind)) return magickHeader(photo, kind);
  // sharp reads the size of HEIC, though not the pixels.
  const source = kind === "heif" ? photo : await sourceOf(photo, kind);
  try {
    const metadata = await headerOf(source, kind);
    const isAnimated = MOVING.has(metadata.format) && (metadata.pages ?? 1) > 1;
    const media = kind === "video" ? "video" : isAnimated ? "animation" : "photo";
    return { ...uprightSize(metadata), media };
  } catch (error) {
    if (kind === "tiff") return await magickHeader(photo, kind);
    throw decodeError(error);
  }
}

async function magickHeader(photo: string, kind: MagickKind | "tiff"): Promise<PictureHeader> {
  const { magickSize } = await import("./decode-magick.js");
  return { ...(await magickSize(await contentOf(photo), kind)), media: "photo" };
}

/** Formats whose pages are frames. */
const MOVING: ReadonlySet<string> = new Set(["gif", "webp"]);

function uprightSize({ autoOrient, pages, pageHeight }: Metadata): {
  width: number;
  height: number;
} {
  // Without `pages: -1` the height is that of one page already; some loaders still name the page's own.
  const height = (pages ?? 1) > 1 && pageHeight ? pageHeight : autoOrient.height;
  return { width: autoOrient.width, height };
}

async function headerOf(source: PhotoFile, kind: FileKind): Promise<Metadata> {
  try {
    return await sharp(source, { limitInputPixels: false }).metadata();
  } catch (error) {
    // All frames are looked at, of which later ones may be broken; the first counts.
    if (kind !== "gif") throw error;
    return sharp(await sharp(source, { failOn: "none" }).png().toBuffer()).metadata();
  }
}
