import { open, readFile } from "node:fs/promises";
import { extname } from "node:path";
import sharp from "sharp";
import { describeError, errorCode } from "../describe-error.js";
import { decodeError } from "./decode-error.js";
import { type FileKind, fileKind, HEAD_BYTES } from "./file-kind.js";
import { PhotoError } from "./photo-error.js";
import { rawPicture } from "./raw-picture.js";
import { videoPoster } from "./video-poster.js";

/** A photo's file, by its path; or its content. */
export type PhotoFile = string | Uint8Array;

/** What is to be decoded of a photo. */
export interface Picture {
  kind: FileKind;
  /** What sharp reads: the file itself, or another with the photo's pixels. */
  source: PhotoFile;
}

/**
 * Opens a photo of any format, by what is in the file and not by its name. What sharp can't read is decoded here, or
 * gives what it holds for that: a raw file's preview, a video's poster.
 *
 * @throws PhotoError
 */
export async function openPicture(photo: PhotoFile): Promise<Picture> {
  const kind = kindOfContent(await headOf(photo), typeof photo === "string" ? photo : "");
  return { kind, source: await sourceOf(photo, kind) };
}

/**
 * @param content the file's, or its beginning
 * @param name of the file; empty where there is none
 * @throws PhotoError NOT_AN_IMAGE, UNSUPPORTED_FORMAT or EMPTY
 */
export function kindOfContent(content: Uint8Array, name: string): FileKind {
  if (content.length === 0) throw new PhotoError("EMPTY", "can't be decoded: the file is empty");
  const extension = extname(name).slice(1).toLowerCase();
  const kind = fileKind(content, extension);
  if (kind === "svg" && extension !== "svg") {
    const message =
      "is an SVG drawing by another name, which is not read; convert it to JPEG or PNG";
    throw new PhotoError("UNSUPPORTED_FORMAT", message);
  }
  if (kind) return kind;
  const message = "can't be decoded: it is no image, or of a format that is not supported";
  throw new PhotoError("NOT_AN_IMAGE", message);
}

/** All of a photo's file. @throws PhotoError UNREADABLE */
export async function contentOf(photo: PhotoFile): Promise<Uint8Array> {
  return typeof photo === "string" ? reading(readFile(photo)) : photo;
}

/** What sharp reads of a photo whose kind is known. @throws PhotoError */
export async function sourceOf(photo: PhotoFile, kind: FileKind): Promise<PhotoFile> {
  switch (kind) {
    case "heif":
      return heifSource(photo);
    case "jxl":
      return (await import("./decode-jxl.js")).decodeJxl(await contentOf(photo));
    case "bmp":
      return (await import("./decode-bmp.js")).decodeBmp(await contentOf(photo));
    case "raw":
      return rawPicture(await contentOf(photo));
    case "video":
      return videoPoster(photo);
    case "svg":
      // By its content, so that it has no folder whose files it could refer to.
      return contentOf(photo);
    case "jpeg":
    case "png":
    case "gif":
    case "webp":
    case "avif":
    case "tiff":
      return photo;
    default:
      return (await import("./decode-magick.js")).decodeMagick(await contentOf(photo), kind);
  }
}

/** Both HEIC and AVIF may call themselves HEIF; sharp decodes the latter. */
async function heifSource(photo: PhotoFile): Promise<PhotoFile> {
  try {
    const { compression } = await sharp(photo).metadata();
    if (compression === "av1") return photo;
  } catch (error) {
    throw decodeError(error);
  }
  return (await import("./decode-heic.js")).decodeHeic(await contentOf(photo));
}

async function headOf(photo: PhotoFile): Promise<Uint8Array> {
  if (typeof photo !== "string") return photo.subarray(0, HEAD_BYTES);
  const file = await reading(open(photo));
  try {
    const { buffer, bytesRead } = await reading(file.read(Buffer.alloc(HEAD_BYTES)));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file that can't be read is one photo's failure. */
async function reading<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    // Too many open files, for one, is not.
    if (errorCode(error) === "EMFILE" || errorCode(error) === "ENOMEM") throw error;
    throw new PhotoError("UNREADABLE", `can't be read: ${describeError(error)}`, { cause: error });
  }
}
