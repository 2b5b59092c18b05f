import { kindOfName } from "./kind-of-name.js";

/** What a file is, by its first bytes; its name may be wrong. */
export type FileKind =
  | MagickKind
  | "jpeg"
  | "png"
  | "gif"
  | "webp"
  | "tiff"
  | "heif"
  | "avif"
  | "jxl"
  | "bmp"
  | "svg"
  | "raw"
  | "video";

/** Kinds that ImageMagick alone reads. */
const MAGICK_KINDS = [
  ...(["jp2", "psd", "ico", "tga", "pcx", "pnm", "xcf", "exr", "hdr", "dds"] as const),
];

export type MagickKind = (typeof MAGICK_KINDS)[number];

export function isMagickKind(kind: FileKind): kind is MagickKind {
  return MAGICK_KINDS.some((one) => one === kind);
}

/** How much of a file tells its kind. */
export const HEAD_BYTES = 4096;

/** First bytes, as Latin-1; `?` is any. */
const SIGNATURES: readonly [FileKind, ...string[]][] = [
  ["jpeg", "\xff\xd8\xff"],
  ["png", "\x89PNG\r\n\x1a\n"],
  ["gif", "GIF87a", "GIF89a"],
  ["webp", "RIFF????WEBP"],
  ["jxl", "\xff\x0a", "\0\0\0\x0cJXL \r\n\x87\n"],
  ["jp2", "\0\0\0\x0cjP  \r\n\x87\n", "\xff\x4f\xff\x51"],
  ["psd", "8BPS\0\x01", "8BPS\0\x02"],
  // Canon's, Olympus's, Panasonic's, Fujifilm's, Sigma's and Minolta's own headers.
  ["raw", "II*\0????CR", "IIRO", "IIRS", "MMOR", "IIU\0", "FUJIFILMCCD-RAW"],
  ["raw", "II\x1a\0\0\0HEAPCCDR", "FOVb", "\0MRM"],
  ["tiff", "II*\0", "II+\0", "MM\0*", "MM\0+"],
  ["bmp", "BM"],
  ["xcf", "gimp xcf "],
  ["exr", "v/1\x01"],
  ["hdr", "#?RADIANCE\n", "#?RGBE\n"],
  ["dds", "DDS \x7c\0\0\0"],
  // Matroska and WebM; QuickTime of before it told its type.
  ["video", "RIFF????AVI ", "\x1a\x45\xdf\xa3", "????moov", "????mdat", "????wide", "????free"],
];

const SVG =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE.*?>\s*)*<svg[\s>]/s;

/** Brands of ISO's base media file format, which says first what it is and then what it is readable as. */
const BRANDS: readonly [FileKind, RegExp][] = [
  ["avif", /^avi[fs]$/],
  ["heif", /^(?:hei[cxms]|hev[cxms]|mif[12]|msf1)$/],
  ["raw", /^crx $/],
  ["video", /^(?:qt {2}|iso.|mp4.|M4V|mp71|3g.|avc1|dash|MSNV|f4v |mmp4|XAVC|ndx.|NDX.)/],
];

/** TIFF files with these names hold a camera's raw pixels, and a smaller picture that is to be shown. */
export const RAW_EXTENSIONS = new Set([
  ..."cr2 cr3 crw nef nrw arw srf sr2 dng orf rw2 raw rwl raf pef srw x3f 3fr fff iiq mrw mef mos".split(
    " ",
  ),
  ..."erf dcr kdc k25".split(" "),
]);

/**
 * @param head the file's first `HEAD_BYTES`, or fewer if it is shorter
 * @param extension of its name, in lower case without the dot; empty if it has none
 * @returns undefined for what is no picture that Akin knows of
 */
export function fileKind(head: Uint8Array, extension: string): FileKind | undefined {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString("latin1");
  const kind = text.slice(4, 8) === "ftyp" ? kindOfBrands(text) : kindOfSignature(text);
  if (!kind) return kindOfName(extension, head);
  return kind === "tiff" && RAW_EXTENSIONS.has(extension) ? "raw" : kind;
}

function kindOfSignature(text: string): FileKind | undefined {
  const isThere = (signature: string) =>
    [...signature].every((byte, at) => byte === "?" || byte === text[at]);
  const known = SIGNATURES.find(([, ...signatures]) => signatures.some(isThere));
  return known?.[0] ?? (SVG.test(text) ? "svg" : undefined);
}

function kindOfBrands(text: string): FileKind | undefined {
  const size = Buffer.from(text.slice(0, 4), "latin1").readUInt32BE();
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, text.length); at += 4)
    brands.push(text.slice(at, at + 4));
  for (const brand of brands) {
    const kind = BRANDS.find(([, pattern]) => pattern.test(brand))?.[0];
    if (kind) return kind;
  }
  return undefined;
}
