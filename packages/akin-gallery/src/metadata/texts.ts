import type { RawTags, TagGroup } from "./raw-tags.js";
import { descriptions, exifBytes, exifText, xmpTexts } from "./tag-values.js";
import { decodeUserComment } from "./user-comment.js";

const MOST_TITLE = 500;
const MOST_DESCRIPTION = 5000;
const MOST_TAG = 100;
const MOST_TAGS = 200;

/** What cameras and programs write where a person's words belong. */
const BOILERPLATE = [
  /^[a-z ]*digital (still )?camera$/i,
  /^(sony dsc|samsung|default|untitled|screenshot|image|digitalcamera|binary comment)$/i,
  /^(exif_jpeg_picture|exif_hdl_id|jpeg_handler|dcim[\\/]|charset=|creator: gd-jpeg)/i,
  /^(created with (the )?gimp|processed with vsco|file written by adobe|handmade software)/i,
  // Settings that phones keep in the user comment.
  /^(\{.*\}|(oplus|oppo)_\d+|file?ter\w*:.*)$/is,
  /^my beautiful picture$/i,
];

/** @returns the title a person gave; null if there is none */
export function readTitle({ exif, iptc, xmp }: RawTags): string | null {
  const sources = [
    ...xmpTexts(xmp, "title"),
    ...descriptions(iptc, "Object Name"),
    ...descriptions(exif, "XPTitle"),
  ];
  return firstWritten(
    sources.map((text) => cleanLine(text, MOST_TITLE)),
    exif,
  );
}

/** @returns the description a person gave, with its line breaks; null if there is none */
export function readDescription({ exif, iptc, xmp }: RawTags): string | null {
  const sources = [
    ...xmpTexts(xmp, "description"),
    ...descriptions(iptc, "Caption/Abstract"),
    exifText(exif, "ImageDescription") ?? "",
    decodeUserComment(exifBytes(exif, "UserComment")),
    ...descriptions(exif, "XPComment"),
  ];
  return firstWritten(
    sources.map((text) => cleanText(text, MOST_DESCRIPTION)),
    exif,
  );
}

/** @returns the keywords of XMP, IPTC and Windows, each once */
export function readTags({ exif, iptc, xmp }: RawTags): string[] {
  const sources = [
    ...xmpTexts(xmp, "subject"),
    ...descriptions(iptc, "Keywords"),
    ...descriptions(exif, "XPKeywords").flatMap((list) => list.split(";")),
  ];
  const tags = sources.map((tag) => cleanLine(tag, MOST_TAG)).filter((tag) => tag !== "");
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

/** @returns an EXIF string on one line; undefined if it tells nothing ("----") */
export function readName(exif: TagGroup, name: string): string | undefined {
  return cleanName(exifText(exif, name) ?? "") || undefined;
}

/** The first text with words or symbols that isn't boilerplate, nor the camera's own name. */
function firstWritten(texts: string[], exif: TagGroup): string | null {
  const camera = [readName(exif, "Make"), readName(exif, "Model")];
  const isWritten = (text: string) =>
    /[\p{L}\p{N}\p{S}]/u.test(text) &&
    !camera.includes(text) &&
    !BOILERPLATE.some((pattern) => pattern.test(text));
  return texts.find(isWritten) ?? null;
}

/** A short name on one line, empty if it tells nothing. */
export function cleanName(text: string): string {
  const name = cleanLine(text, MOST_TAG);
  return /[\p{L}\p{N}]/u.test(name) ? name : "";
}

function cleanLine(text: string, most: number): string {
  return shorten(cleanText(text, Infinity).replace(/\s+/g, " "), most);
}

/** Unicode NFC without control characters, lone surrogates and outer white space; line breaks and tabs stay. */
function cleanText(text: string, most: number): string {
  const lines = text.replace(/\r\n?/g, "\n");
  const clean = lines.replace(/(?![\n\t])\p{Cc}|\uFEFF/gu, "").replace(/\p{Cs}/gu, "\uFFFD");
  return shorten(clean.normalize("NFC").trim(), most);
}

/** By characters, not by halves of them. */
function shorten(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("").trim();
}
