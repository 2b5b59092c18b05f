import { isDay, isoDate } from "./iso-date.js";

/** A day that stands by itself or after what cameras and phones put before it. */
const DAY = /(?:^|[^\dA-Z]|IMG|VID|PXL|PANO|BURST|DSC)(\d{4})([-_.]?)(\d\d)\2(\d\d)/i;
/** `142233`, `142233123`, `14.22.33`, `2.22.33 PM`, after a blank, `T`, `_`, `-` or "at". */
const TIME =
  /^(?:[ T_-]| at )?(?:(\d\d)(\d\d)(\d\d)\d{0,3}|(\d{1,2})([-.:_])(\d\d)\5(\d\d))(?!\d)\s*([AP]M)?/i;

/**
 * The time in a file name, for photos that have none inside: `IMG_20240131_142233.jpg`, `IMG-20240131-WA0001.jpg`,
 * `WhatsApp Image 2024-01-31 at 14.22.33.jpeg`, `Screenshot 2024-01-31 at 2.22.33 PM.png`.
 * @returns ISO 8601 without offset, a day alone if the name has no time; null if it has no day between 1990 and 2100
 */
export function takenAtFromName(filename: string): string | null {
  // Telegram writes the day first.
  const name = filename.replace(/@(\d\d)-(\d\d)-(\d{4})(?=_)/, "@$3-$2-$1");
  const match = DAY.exec(name);
  if (!match) return null;
  const [, year = "", , month = "", day = ""] = match;
  if (Number(year) < 1990 || !isDay(Number(year), Number(month), Number(day))) return null;
  const date = `${year}-${month}-${day}`;
  const rest = name.slice(match.index + match[0].length);
  const time = clock(rest);
  if (time === null && /^\d/.test(rest)) return null;
  return (time && isoDate(`${date}T${time}`)) ?? date;
}

function clock(text: string): string | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const hours = Number(match[1] ?? match[4]);
  const half = match[8]?.toUpperCase();
  // 12 AM is midnight, 12 PM is noon.
  const ofDay = half ? (hours % 12) + (half === "PM" ? 12 : 0) : hours;
  return `${String(ofDay).padStart(2, "0")}:${match[2] ?? match[6]}:${match[3] ?? match[7]}`;
}
