import type { AccentColours } from "akin-browser/format";

/** What the app's pages are drawn on; `base.css` has the same. */
export const SURFACES = { light: "#fcfcfb", dark: "#101011" } as const;

/** WCAG 2.2, 1.4.3, for text of any size. */
const LEAST_CONTRAST = 4.5;

/** Steps in which a colour is darkened or lightened. */
const STEPS = 64;

type Rgb = [red: number, green: number, blue: number];

/**
 * One colour as it can be read on light and on dark: mixed with no more black or white than that needs.
 * @param accent `#rrggbb`
 */
export function accentColours(accent: string): AccentColours {
  return {
    light: readable(accent, SURFACES.light, [0, 0, 0]),
    dark: readable(accent, SURFACES.dark, [255, 255, 255]),
  };
}

/** The contrast of two colours, 1 to 21, as WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function readable(colour: string, surface: string, towards: Rgb): string {
  for (let step = 0; step < STEPS; step++) {
    const mixed = hex(mix(rgb(colour), towards, step / STEPS));
    if (contrast(mixed, surface) >= LEAST_CONTRAST) return mixed;
  }
  return hex(towards);
}

function mix([red, green, blue]: Rgb, [toRed, toGreen, toBlue]: Rgb, share: number): Rgb {
  const between = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [between(red, toRed), between(green, toGreen), between(blue, toBlue)];
}

function rgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
