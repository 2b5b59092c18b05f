import { locale } from "./locale.js";

interface TakenAt {
  /** "14 June 2024". */
  date: string;
  /** "14 Jun 2024". */
  shortDate: string;
  /** "Friday". */
  weekday: string;
  /** "18:03"; empty where only the day is known. */
  time: string;
  /** "UTC+2"; empty where the file doesn't say it. */
  offset: string;
}

const PATTERN =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

// The clock of the camera is shown, wherever the visitor is: the parts are read and written as if they were UTC.
const DATE = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const SHORT_DATE = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const SHORT_MONTH = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });

/** @param takenAt ISO 8601, local time; null if it is not a date */
export function describeTakenAt(takenAt: string): TakenAt | null {
  const parts = PATTERN.exec(takenAt);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, offset] = parts;
  const at = new Date(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
    ),
  );
  return {
    date: DATE.format(at),
    shortDate: SHORT_DATE.format(at),
    weekday: WEEKDAY.format(at),
    time: hour === undefined ? "" : TIME.format(at),
    offset: offset === undefined ? "" : describeOffset(offset),
  };
}

/** "June 2024". @param month `YYYY-MM` */
export function describeMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return MONTH.format(new Date(Date.UTC(year ?? 0, (number ?? 1) - 1)));
}

/** "Jun". @param month `YYYY-MM` */
export function describeMonthAlone(month: string): string {
  return SHORT_MONTH.format(new Date(Date.UTC(2000, Number(month.slice(5, 7)) - 1)));
}

function describeOffset(offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined || (hours === "00" && minutes === "00")) return "UTC";
  const rest = minutes === "00" ? "" : `:${minutes}`;
  return `UTC${sign === "-" ? "−" : "+"}${Number(hours)}${rest}`;
}
