import { iptcTexts } from "./files/tag-values.js";
import type { Place } from "./place.js";
import type { Sources } from "./sources.js";
import { cleanName } from "./texts/clean-text.js";
import { xmpTexts } from "./xmp/xmp-values.js";

/** Where a photo was taken in the words of a person or of their program: the XMP sidecar's, XMP's, IPTC's, name by name. */
export function readWrittenPlace({ iptc, xmp, sidecar }: Sources): Place | null {
  const name = (xmpName: string, iptcName: string) =>
    [
      ...xmpTexts(sidecar, `photoshop:${xmpName}`),
      ...xmpTexts(xmp, `photoshop:${xmpName}`),
      ...iptcTexts(iptc, iptcName),
    ]
      .map((text) => cleanName(text))
      .find(Boolean);
  const city = name("City", "City");
  const region = name("State", "Province/State");
  const country = name("Country", "Country/Primary Location Name");
  if (!city && !region && !country) return null;
  return { ...(city && { city }), ...(region && { region }), ...(country && { country }) };
}
