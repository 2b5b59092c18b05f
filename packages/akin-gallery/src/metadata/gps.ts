import type { RawTags, TagGroup } from "./raw-tags.js";
import { exifFraction, exifFractions, exifInteger, exifText, xmpTexts } from "./tag-values.js";

/** Degrees, WGS 84. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/**
 * Where a photo was taken, by EXIF or else by XMP.
 * @returns null if neither says so in both directions, for impossible values, and for 0, 0, which receivers
 * without a fix give
 */
export function readCoordinates({ exif, xmp }: RawTags): Coordinates | null {
  return (
    coordinates(exifDegrees(exif, "GPSLatitude"), exifDegrees(exif, "GPSLongitude")) ??
    coordinates(xmpDegrees(xmp, "GPSLatitude"), xmpDegrees(xmp, "GPSLongitude"))
  );
}

/** @returns metres above the sea, negative below; undefined if unknown or not on Earth and in its air */
export function readAltitude(exif: TagGroup): number | undefined {
  const altitude = exifFraction(exif, "GPSAltitude");
  const reference = exifInteger(exif, "GPSAltitudeRef") ?? 0;
  if (altitude === undefined || Math.abs(altitude) > 100_000) return undefined;
  // Exif 3.0 adds 2 and 3: above and below the ellipsoid.
  const isBelow = reference === 1 || reference === 3;
  return round(isBelow ? -Math.abs(altitude) : altitude, 1);
}

/** @returns degrees clockwise from north, 0 to below 360 */
export function readDirection(exif: TagGroup): number | undefined {
  const direction = exifFraction(exif, "GPSImgDirection");
  return direction !== undefined && direction >= 0 && direction <= 360
    ? round(direction, 1) % 360
    : undefined;
}

function coordinates(
  latitude: number | undefined,
  longitude: number | undefined,
): Coordinates | null {
  if (latitude === undefined || longitude === undefined) return null;
  const isPossible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  const isNullIsland = latitude === 0 && longitude === 0;
  return isPossible && !isNullIsland ? { latitude, longitude } : null;
}

function exifDegrees(exif: TagGroup, name: string): number | undefined {
  const parts = exifFractions(exif, name);
  return degrees(parts[0], parts[1], parts[2], exifText(exif, `${name}Ref`));
}

/** XMP's "48,51.5N" or "48,51,30N". */
function xmpDegrees(xmp: TagGroup, name: string): number | undefined {
  const text = xmpTexts(xmp, name)[0] ?? "";
  const match = /^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$/i.exec(text.trim());
  if (!match) return undefined;
  return degrees(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), match[4]);
}

/** Without a reference the hemisphere is unknown: no place is better than one on the wrong side of the globe. */
function degrees(
  whole: number | undefined,
  minutes = 0,
  seconds = 0,
  reference = "",
): number | undefined {
  const hemisphere = reference.trim().charAt(0).toUpperCase();
  const isPossible = minutes >= 0 && minutes <= 60 && seconds >= 0 && seconds <= 60;
  if (whole === undefined || whole < 0 || !isPossible || !/[NSEW]/.test(hemisphere))
    return undefined;
  const value = round(whole + minutes / 60 + seconds / 3600, 7);
  return "SW".includes(hemisphere) ? 0 - value : value;
}

/** 7 decimals of a degree are a centimetre. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
