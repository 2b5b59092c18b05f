import type { TagGroup } from "./files/image-tags.js";
import { descriptions, exifText } from "./files/tag-values.js";
import { hasOffset, isDay, isoDate, milliseconds, offset } from "./iso-date.js";
import { gpsOffset, localTime } from "./offsets.js";
import type { Sources } from "./sources.js";
import { takenAtFromName } from "./taken-at-from-name.js";
import type { XmpProperties } from "./xmp/parse-xmp.js";
import { xmpText } from "./xmp/xmp-values.js";

/**
 * When a photo was taken, from the first source that holds a possible date: EXIF original, EXIF digitized, XMP
 * (`exif:DateTimeOriginal`, `photoshop:DateCreated`, `xmp:CreateDate`), IPTC, a film's own, the XMP sidecar, Google
 * Takeout, the file's name.
 * @returns ISO 8601: `2024-01-31`, `2024-01-31T14:22:33`, with milliseconds where they aren't zero, and with an offset
 * (`+00:00`, never `Z`, so that times of one zone sort as text) where it is known
 */
export function readTakenAt(sources: Sources, filename: string): string | null {
  const { exif, iptc, xmp, sidecar, takeout } = sources;
  const byExif = exifDate(sources, "Original") ?? exifDate(sources, "Digitized");
  if (byExif !== null) {
    return byExif + (offsetOf(byExif, xmp) || offsetOf(byExif, sidecar) || gpsOffset(byExif, exif));
  }
  return (
    xmpDate(xmp, "XMP", sources) ??
    iptcDate(iptc) ??
    filmDate(sources, filename) ??
    xmpDate(sidecar, "the XMP sidecar", sources) ??
    instantDate(takeout?.takenAt ?? null, filename) ??
    takenAtFromName(filename)
  );
}

function exifDate({ exif, notes }: Sources, which: "Original" | "Digitized"): string | null {
  const text = exifText(exif, `DateTime${which}`) ?? "";
  const date = believed(text, `EXIF DateTime${which}`, notes);
  if (!date?.includes("T") || date.length > "2024-01-31T14:22:33".length) return date;
  const fraction = milliseconds(exifText(exif, `SubSecTime${which}`)?.trim());
  return date + fraction + offset(exifText(exif, `OffsetTime${which}`)?.trim());
}

function xmpDate(xmp: XmpProperties, what: string, { notes }: Sources): string | null {
  for (const name of ["exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate"]) {
    const date = believed(xmpText(xmp, name) ?? "", `${what} ${name}`, notes);
    if (date !== null) return date;
  }
  return null;
}

/** Programs that keep an offset in XMP leave EXIF's time without: it is the same time if it is the same second. */
function offsetOf(date: string, xmp: XmpProperties): string {
  if (date.length < 19 || hasOffset(date)) return "";
  for (const name of ["exif:DateTimeOriginal", "photoshop:DateCreated", "xmp:CreateDate"]) {
    const other = isoDate(xmpText(xmp, name) ?? "");
    if (other && hasOffset(other) && other.slice(0, 19) === date.slice(0, 19))
      return other.slice(-6);
  }
  return "";
}

function iptcDate(iptc: TagGroup): string | null {
  const date = descriptions(iptc, "Date Created")[0] ?? "";
  const time = descriptions(iptc, "Time Created")[0] ?? "";
  return isoDate(`${date}T${time}`);
}

function filmDate({ film, notes }: Sources, filename: string): string | null {
  if (!film) return null;
  const name = "com.apple.quicktime.creationdate";
  const told = believed(film.texts.get(name) ?? film.texts.get("©day") ?? "", name, notes);
  // A film of a day alone tells less than its clock.
  return (told?.includes("T") ? told : null) ?? instantDate(film.createdAt, filename) ?? told;
}

/** A point in time in the local time that the file's name tells, if they agree; else in that of Greenwich. */
function instantDate(instant: number | null, filename: string): string | null {
  if (instant === null || !isDay(...dayOf(instant))) return null;
  return localTime(instant, takenAtFromName(filename));
}

function dayOf(instant: number): [year: number, month: number, day: number] {
  const date = new Date(instant);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** Clocks that were never set. */
const UNSET = /^(1904|1970|1980)-01-01T00:00:00/;

/** A date as it should be; what is there and can't be one is noted. */
function believed(text: string, what: string, notes: Sources["notes"]): string | null {
  const date = isoDate(text);
  if (date !== null) return UNSET.test(date) ? null : date;
  // Blanks and zeros stand for a time that isn't known.
  if (/[1-9\p{L}]/u.test(text)) notes.add(`${what}: there is no such time as "${text.trim()}"`);
  return null;
}
