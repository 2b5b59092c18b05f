import { descriptions, exifText, iptcTexts } from "../files/tag-values.js";
import type { Sources } from "../sources.js";
import { xmpTexts } from "../xmp/xmp-values.js";
import { cleanName } from "./clean-text.js";

const MOST_RIGHTS = 500;

/** Whose a photo is: by the XMP sidecar, XMP, IPTC, EXIF. */
export function readCopyright({ exif, iptc, xmp, sidecar }: Sources): string | undefined {
  const texts = [
    ...xmpTexts(sidecar, "dc:rights"),
    ...xmpTexts(xmp, "dc:rights"),
    ...iptcTexts(iptc, "Copyright Notice"),
    exifText(exif, "Copyright"),
  ];
  return texts.map((text) => cleanName(text, MOST_RIGHTS)).find((text) => text !== undefined);
}

/** Who made a photo, by the same sources and Windows; several names are joined by commas. */
export function readCreator({ exif, iptc, xmp, sidecar }: Sources): string | undefined {
  const sources = [
    xmpTexts(sidecar, "dc:creator"),
    xmpTexts(xmp, "dc:creator"),
    iptcTexts(iptc, "By-line"),
    (exifText(exif, "Artist") ?? "").split(";"),
    descriptions(exif, "XPAuthor").flatMap((text) => text.split(";")),
  ];
  const names = sources.map((texts) => texts.map((text) => cleanName(text)).filter(Boolean));
  return names.find((found) => found.length > 0)?.join(", ");
}
