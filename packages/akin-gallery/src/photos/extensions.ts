import { extname } from "node:path";
import { RAW_EXTENSIONS } from "./file-kind.js";
import { isCompanionExtension } from "./pair-files.js";

/** Names of files that are opened; what is in them tells more. */
const READABLE: ReadonlySet<string> = new Set([
  ..."jpg jpeg jpe jfif png apng webp avif avifs gif tif tiff heic heif hif jxl bmp dib".split(" "),
  ..."jp2 j2k j2c jpc jpf jpx psd psb ico cur tga icb vda vst pcx pnm ppm pgm pbm pam xcf".split(
    " ",
  ),
  ..."exr hdr rgbe dds".split(" "),
  ...RAW_EXTENSIONS,
  ..."mov mp4 m4v avi mkv webm 3gp 3g2".split(" "),
]);

/** Images too, but not ours to read: named in the failures, so that nobody wonders where they are. */
const UNREADABLE = new Set("svg icns eps ai".split(" "));

/** @param svg whether SVG drawings are photos */
export function isReadable(extension: string, { svg = false }: { svg?: boolean }): boolean {
  return READABLE.has(extension) || (svg && extension === "svg");
}

/** Whether it is that of an image that is not read. */
export function isUnreadable(extension: string, options: { svg?: boolean }): boolean {
  return UNREADABLE.has(extension) && !isReadable(extension, options);
}

/** Whether it may be that of a photo, or of what belongs to one. */
export function isWanted(extension: string): boolean {
  return READABLE.has(extension) || UNREADABLE.has(extension) || isCompanionExtension(extension);
}

/** @returns in lower case, without the dot */
export function extensionOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}
