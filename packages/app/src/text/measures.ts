import { strings } from "../strings.js";
import { locale } from "./locale.js";

const COUNT = new Intl.NumberFormat(locale);
const SHARE = new Intl.NumberFormat(locale, { style: "percent" });
const DEGREES = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});

export function describeNumber(count: number): string {
  return COUNT.format(count);
}

/** "25 %". @param share 0 to 1 */
export function describeShare(share: number): string {
  return SHARE.format(share);
}

export function describePhotoCount(count: number): string {
  return strings.photos(COUNT.format(count), count === 1);
}

/** "48.8584° N, 2.2945° E". */
export function describeCoordinates(latitude: number, longitude: number): string {
  const northSouth = latitude < 0 ? strings.south : strings.north;
  const eastWest = longitude < 0 ? strings.west : strings.east;
  const degrees = (value: number) => `${DEGREES.format(Math.abs(value))}°`;
  return `${degrees(latitude)} ${northSouth}, ${degrees(longitude)} ${eastWest}`;
}

/** "6000 × 4000 · 8.2 MB". */
export function describeSize(width: number, height: number, bytes: number | null): string {
  const size = `${width} × ${height}`;
  return bytes === null ? size : `${size} · ${describeBytes(bytes)}`;
}

/** "8.2 MB". */
export function describeBytes(bytes: number): string {
  const [value, unit] =
    bytes < 1e6 ? [Math.ceil(bytes / 1e3), "kilobyte"] : [bytes / 1e6, "megabyte"];
  const format = { style: "unit", unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(value);
}
