import { exifInteger } from "./files/tag-values.js";
import type { Sources } from "./sources.js";
import type { XmpProperties } from "./xmp/parse-xmp.js";
import { xmpNumber } from "./xmp/xmp-values.js";

/** What Windows writes for one to five stars. */
const PERCENT = [1, 13, 38, 63, 88] as const;

/**
 * The stars that a person gave, by the first source that tells of any: the XMP sidecar, XMP, EXIF; of each its stars before
 * Windows' percents.
 * @returns 1 to 5, or -1 for a rejected photo; undefined without stars, and for what can't be
 */
export function readRating({ exif, xmp, sidecar, notes }: Sources): number | undefined {
  const told = [
    xmpStars(sidecar),
    xmpStars(xmp),
    exifInteger(exif, "Rating"),
    starsOf(exifInteger(exif, "RatingPercent")),
  ].find((stars) => stars !== undefined);
  const stars = told === undefined ? 0 : Math.round(told) + 0;
  if (stars < -1 || stars > 5) notes.add(`there is no such rating as ${told}`);
  return stars === 0 || stars < -1 || stars > 5 ? undefined : stars;
}

function xmpStars(xmp: XmpProperties): number | undefined {
  return xmpNumber(xmp, "xmp:Rating") ?? starsOf(xmpNumber(xmp, "MicrosoftPhoto:Rating"));
}

function starsOf(percent: number | undefined): number | undefined {
  if (percent === undefined || percent > 100) return percent;
  return PERCENT.filter((least) => percent >= least).length;
}
