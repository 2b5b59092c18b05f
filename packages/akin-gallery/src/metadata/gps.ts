import type { Film } from "./files/film.js";
import type { TagGroup } from "./files/image-tags.js";
import { exifDegrees, exifFraction, exifInteger } from "./files/tag-values.js";
import type { Sources } from "./sources.js";
import type { Takeout } from "./takeout.js";
import type { XmpProperties } from "./xmp/parse-xmp.js";
import { xmpNumber, xmpText } from "./xmp/xmp-values.js";

/** What one source tells of where a photo was taken; what it doesn't tell, or what can't be, is undefined. */
interface Spot {
  latitude: number | undefined;
  longitude: number | undefined;
  altitude: number | undefined;
  direction?: number | undefined;
}

/** Where a photo was taken. */
export interface Position {
  /** Degrees, WGS 84; both or neither. */
  latitude: number | null;
  longitude: number | null;
  /** Metres above the sea, negative below. */
  altitude: number | undefined;
  /** Of view, degrees clockwise from north, 0 to below 360. */
  direction: number | undefined;
}

/**
 * Where a photo was taken: by its XMP sidecar, where an owner's program puts it, else by EXIF, XMP, a film's own, Google
 * Takeout. Impossible values are none, as is 0, 0, which receivers without a fix give. Altitude and direction are those of
 * the same source, or else the first that are told.
 */
export function readPosition({ exif, xmp, film, sidecar, takeout, notes }: Sources): Position {
  const spots: Spot[] = [xmpSpot(sidecar), exifSpot(exif), xmpSpot(xmp)];
  if (film) spots.push(filmSpot(film));
  if (takeout) spots.push(takeoutSpot(takeout));
  const found = spots.find(isPlace);
  for (const { latitude, longitude } of spots) {
    const isImpossible = Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180;
    if (isImpossible) notes.add(`there is no such place as ${latitude}, ${longitude}`);
  }
  const inOrder = found ? [found, ...spots] : spots;
  return {
    latitude: found?.latitude ?? null,
    longitude: found?.longitude ?? null,
    altitude: inOrder
      .map(({ altitude }) => possibleAltitude(altitude))
      .find((one) => one !== undefined),
    direction: inOrder
      .map(({ direction }) => possibleDirection(direction))
      .find((one) => one !== undefined),
  };
}

function isPlace({ latitude, longitude }: Spot): boolean {
  if (latitude === undefined || longitude === undefined) return false;
  const isPossible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPossible && !(latitude === 0 && longitude === 0);
}

function exifSpot(exif: TagGroup): Spot {
  const altitude = exifFraction(exif, "GPSAltitude");
  return {
    latitude: exifDegrees(exif, "GPSLatitude"),
    longitude: exifDegrees(exif, "GPSLongitude"),
    altitude: signedAltitude(altitude, exifInteger(exif, "GPSAltitudeRef")),
    direction: exifFraction(exif, "GPSImgDirection"),
  };
}

function xmpSpot(xmp: XmpProperties): Spot {
  return {
    latitude: xmpDegrees(xmpText(xmp, "exif:GPSLatitude")),
    longitude: xmpDegrees(xmpText(xmp, "exif:GPSLongitude")),
    altitude: signedAltitude(
      xmpNumber(xmp, "exif:GPSAltitude"),
      xmpNumber(xmp, "exif:GPSAltitudeRef"),
    ),
    direction: xmpNumber(xmp, "exif:GPSImgDirection"),
  };
}

/** XMP's "48,51.5N" or "48,51,30N". */
function xmpDegrees(text = ""): number | undefined {
  const match = /^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$/i.exec(text.trim());
  if (!match) return undefined;
  const degrees = Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600;
  return round(/[SW]/i.test(match[4] ?? "") ? -degrees : degrees, 7);
}

/** ISO 6709: "+48.8577+002.295+35.1/". */
function filmSpot({ texts }: Film): Spot {
  const text = texts.get("com.apple.quicktime.location.ISO6709") ?? texts.get("©xyz") ?? "";
  const number = "([-+]\\d+(?:\\.\\d+)?)";
  const match = new RegExp(`^${number}${number}(?:${number})?`).exec(text);
  // Degrees have two or three digits before the point; with more of them the form is one with minutes.
  const isDegrees = /^[-+]\d{1,2}(\.|[-+])/.test(text);
  const [latitude, longitude, altitude] = (match?.slice(1) ?? []).map((part) =>
    part === undefined ? undefined : Number(part),
  );
  return isDegrees ? { latitude, longitude, altitude } : noSpot();
}

function takeoutSpot({ latitude, longitude, altitude }: Takeout): Spot {
  const isKnown = latitude !== 0 || longitude !== 0;
  return isKnown ? { latitude, longitude, altitude: altitude || undefined } : noSpot();
}

function noSpot(): Spot {
  return { latitude: undefined, longitude: undefined, altitude: undefined };
}

/** Exif 3.0 adds 2 and 3 to the references: above and below the ellipsoid. */
function signedAltitude(altitude: number | undefined, reference = 0): number | undefined {
  if (altitude === undefined) return undefined;
  return reference === 1 || reference === 3 ? -Math.abs(altitude) : altitude;
}

/** On Earth and in its air. */
function possibleAltitude(altitude: number | undefined): number | undefined {
  return altitude === undefined || Math.abs(altitude) > 100_000 ? undefined : round(altitude, 1);
}

function possibleDirection(direction: number | undefined): number | undefined {
  return direction !== undefined && direction >= 0 && direction <= 360
    ? round(direction, 1) % 360
    : undefined;
}

/** 7 decimals of a degree are a centimetre. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
