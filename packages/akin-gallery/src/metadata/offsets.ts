import type { TagGroup } from "./files/image-tags.js";
import { exifDegrees, exifFractions, exifText } from "./files/tag-values.js";
import { hasOffset } from "./iso-date.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Offsets from Greenwich that are in use beside the whole hours, in minutes. */
const PARTS_OF_HOURS = new Set([
  -570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825,
]);

/** A receiver's time and the camera's are of the same moment; an older fix would be off by any amount. */
const MOST_APART = 90_000;

/** Zones and summer times differ from the sun by less: in western China by 3 hours, in Spain by 2.6. */
const MOST_FROM_SUN = 4 * 60;

/**
 * The offset of a local time, from the receiver's time, which is Greenwich's: if the two are apart by an offset that is in
 * use, and that the place may have.
 * @returns `+01:00`; empty if it isn't sure
 */
export function gpsOffset(date: string, exif: TagGroup): string {
  const [hours, minutes, seconds] = exifFractions(exif, "GPSTimeStamp");
  const [, year, month, day] =
    /^(\d{4})\D(\d\d)\D(\d\d)/.exec(exifText(exif, "GPSDateStamp") ?? "") ?? [];
  const longitude = exifDegrees(exif, "GPSLongitude");
  if (hours === undefined || year === undefined || longitude === undefined) return "";
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const instant = midnight + (hours * 60 + (minutes ?? 0) + (seconds ?? 0) / 60) * MINUTE;
  const found = offsetBetween(date, instant);
  if (found === null) return "";
  const fromSun = Math.abs(found - longitude * 4) % 1440;
  return Math.min(fromSun, 1440 - fromSun) <= MOST_FROM_SUN ? offsetText(found) : "";
}

/**
 * @param instant milliseconds since 1970
 * @param named a local time that may be of the same moment
 * @returns ISO 8601 in the zone of the local time, if that tells one, else in Greenwich's
 */
export function localTime(instant: number, named: string | null): string {
  const found = named === null ? null : offsetBetween(named, instant);
  const shifted = new Date(instant + (found ?? 0) * MINUTE).toISOString();
  return shifted.replace(/\.000Z$|Z$/, "") + offsetText(found ?? 0);
}

/** In minutes; null where a local time and a point in time don't tell one. */
function offsetBetween(date: string, instant: number): number | null {
  if (date.length < 19 || hasOffset(date)) return null;
  const apart = Date.parse(`${date.slice(0, 19)}Z`) - instant;
  const minutes = Math.round(apart / (15 * MINUTE)) * 15 + 0;
  const isInUse =
    minutes % 60 === 0 ? minutes >= -720 && minutes <= 840 : PARTS_OF_HOURS.has(minutes);
  const isSameMoment = Math.abs(apart - minutes * MINUTE) <= MOST_APART && Math.abs(apart) <= DAY;
  return isInUse && isSameMoment ? minutes : null;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
