import { descriptions, exifBytes, exifText, iptcTexts } from "../files/tag-values.js";
import type { Sources } from "../sources.js";
import { xmpTexts } from "../xmp/xmp-values.js";
import { cleanLine, cleanName, cleanText } from "./clean-text.js";
import { decodeUserComment } from "./user-comment.js";

const MOST_TITLE = 500;
const MOST_DESCRIPTION = 5000;

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
export function readTitle(sources: Sources): string | null {
  const { exif, iptc, xmp, film, sidecar } = sources;
  const texts = [
    ...xmpTexts(sidecar, "dc:title"),
    ...xmpTexts(xmp, "dc:title"),
    ...iptcTexts(iptc, "Object Name"),
    ...descriptions(exif, "XPTitle"),
    film?.texts.get("com.apple.quicktime.title") ?? film?.texts.get("©nam") ?? "",
  ];
  return firstWritten(texts, (text) => cleanLine(text, MOST_TITLE), exif);
}

/** @returns the description a person gave, with its line breaks; null if there is none */
export function readDescription(sources: Sources): string | null {
  const { exif, iptc, xmp, film, sidecar, takeout } = sources;
  const texts = [
    ...xmpTexts(sidecar, "dc:description"),
    takeout?.description ?? "",
    ...xmpTexts(xmp, "dc:description"),
    ...iptcTexts(iptc, "Caption/Abstract"),
    exifText(exif, "ImageDescription") ?? "",
    decodeUserComment(exifBytes(exif, "UserComment")),
    ...descriptions(exif, "XPComment"),
    film?.texts.get("com.apple.quicktime.description") ?? film?.texts.get("desc") ?? "",
  ];
  return firstWritten(texts, (text) => cleanText(text, MOST_DESCRIPTION), exif);
}

/** The first text with words or symbols that isn't boilerplate, nor the camera's own name. */
function firstWritten(
  texts: readonly string[],
  clean: (text: string) => string,
  exif: Sources["exif"],
): string | null {
  const camera = ["Make", "Model"].map((name) => cleanName(exifText(exif, name)));
  const isWritten = (text: string) =>
    /[\p{L}\p{N}\p{S}]/u.test(text) &&
    !camera.includes(text) &&
    !BOILERPLATE.some((pattern) => pattern.test(text));
  return texts.map(clean).find(isWritten) ?? null;
}
