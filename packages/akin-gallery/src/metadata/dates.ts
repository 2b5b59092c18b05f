import type { RawTags, TagGroup } from "./raw-tags.js";
import { descriptions, exifText, xmpTexts } from "./tag-values.js";

/**
 * When a photo was taken, from the first source that holds a possible date: EXIF original, EXIF digitized, XMP
 * (`exif:DateTimeOriginal`, `photoshop:DateCreated`, `xmp:CreateDate`), IPTC.
 * @returns ISO 8601: `2024-01-31`, `2024-01-31T14:22:33`, with milliseconds where they aren't zero, and with an offset
 * (`+00:00`, never `Z`, so that times of one zone sort as text) where the file says it
 */
export function readTakenAt({ exif, iptc, xmp }: RawTags): string | null {
  return (
    exifDate(exif, "Original") ??
    exifDate(exif, "Digitized") ??
    firstDate(xmpTexts(xmp, "DateTimeOriginal")) ??
    firstDate(xmpTexts(xmp, "DateCreated")) ??
    firstDate(xmpTexts(xmp, "CreateDate")) ??
    iptcDate(iptc)
  );
}

function exifDate(exif: TagGroup, which: "Original" | "Digitized"): string | null {
  const date = isoDate(exifText(exif, `DateTime${which}`) ?? "");
  if (!date?.includes("T") || date.length > "2024-01-31T14:22:33".length) return date;
  const fraction = milliseconds(exifText(exif, `SubSecTime${which}`)?.trim());
  return date + fraction + offset(exifText(exif, `OffsetTime${which}`)?.trim());
}

function iptcDate(iptc: TagGroup): string | null {
  const date = descriptions(iptc, "Date Created")[0] ?? "";
  const time = descriptions(iptc, "Time Created")[0] ?? "";
  return isoDate(`${date}T${time}`);
}

function firstDate(texts: string[]): string | null {
  return isoDate(texts[0] ?? "");
}

const DATE = /^\s*(\d{4})[-:/.]([ \d]\d)[-:/.]([ \d]\d)/;
const TIME = /^[T ]+([ \d]\d):([ \d]\d)(?::([ \d]\d)(?:[.,](\d+))?)?\s*(Z|[-+]\d\d:?\d\d)?/;

/**
 * @param text a date of EXIF ("2024:01:31 14:22:33") or of XMP ("2024-01-31T14:22:33.5+01:00"); a blank time is none
 * @returns ISO 8601, or null if there is no such date or time
 */
export function isoDate(text: string): string | null {
  const date = DATE.exec(text);
  if (!date) return null;
  const [year = 0, month = 0, day = 0] = date.slice(1).map(Number);
  if (!isDay(year, month, day)) return null;
  const days = `${year}-${pad(month)}-${pad(day)}`;
  const time = TIME.exec(text.slice(date[0].length));
  if (!time) return days;
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(1, 4).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const clock = `T${pad(hours)}:${pad(minutes)}:${pad(seconds)}`;
  return days + clock + milliseconds(time[4]) + offset(time[5]);
}

/** @returns whether the calendar has this day, since the first photo */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isInCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isInCalendar && year >= 1826 && year <= 2100;
}

function milliseconds(digits = ""): string {
  const firstThree = digits.slice(0, 3).padEnd(3, "0");
  return /^\d{3}$/.test(firstThree) && firstThree !== "000" ? `.${firstThree}` : "";
}

function offset(text = ""): string {
  if (text === "Z") return "+00:00";
  const [, sign, hours, minutes] = /^([-+])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const isPossible = Number(hours) <= 14 && Number(minutes) < 60;
  return isPossible ? `${sign}${hours}:${minutes}` : "";
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
