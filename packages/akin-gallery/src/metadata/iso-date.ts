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

/** @param date ISO 8601 */
export function hasOffset(date: string): boolean {
  return /T.*[-+]\d\d:\d\d$/.test(date);
}

/** @returns `.640` for "64"; nothing for zero or what is no number */
export function milliseconds(digits = ""): string {
  const firstThree = digits.slice(0, 3).padEnd(3, "0");
  return /^\d{3}$/.test(firstThree) && firstThree !== "000" ? `.${firstThree}` : "";
}

/** @returns `+01:00` for "+0100" and the like; nothing for what is no offset */
export function offset(text = ""): string {
  if (text === "Z") return "+00:00";
  const [, sign, hours, minutes] = /^([-+])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const isPossible = Number(hours) <= 14 && Number(minutes) < 60;
  return isPossible ? `${sign}${hours}:${minutes}` : "";
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
