import type { Place } from "./place.js";
import type { RawTags } from "./raw-tags.js";
import { descriptions, xmpTexts } from "./tag-values.js";
import { cleanName } from "./texts.js";

/** Where a photo was taken in the words of a person or of their program: XMP's, or else IPTC's, name by name. */
export function readWrittenPlace({ iptc, xmp }: RawTags): Place | null {
  const name = (xmpName: string, iptcName: string) =>
    [...xmpTexts(xmp, xmpName), ...descriptions(iptc, iptcName)].map(cleanName).find(Boolean);
  const city = name("City", "City");
  const region = name("State", "Province/State");
  const country = name("Country", "Country/Primary Location Name");
  if (!city && !region && !country) return null;
  return { ...(city && { city }), ...(region && { region }), ...(country && { country }) };
}
