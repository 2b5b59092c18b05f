import { oneLine } from "../describe-error.js";
import type { PhotoFailure } from "../photos/photo-failure.js";

/** Failures named on the terminal; the rest is counted. */
const MOST_FAILURES = 20;

/** Failures for people, one a line. */
export function failureLines(failures: readonly PhotoFailure[]): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, MOST_FAILURES);
  const rest = failures.length - shown.length;
  return [
    `Left out (${failures.length}):`,
    ...shown.map(({ path, message }) => `  ${oneLine(path)}: ${message}`),
    ...(rest > 0 ? [`  and ${rest} more; akin check lists all`] : []),
  ];
}

/** Bytes in the unit that fits: `512 B`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function photoCount(count: number): string {
  return count === 1 ? "1 photo" : `${count} photos`;
}
