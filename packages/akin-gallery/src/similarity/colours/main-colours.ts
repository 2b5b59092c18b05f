import { COLOURS, type Colour } from "akin-browser/format";
import { colourName } from "./colour-name.js";
import { oklch } from "./oklch.js";

/** How much of a photo these must cover to be one of its main colours: they are what other things stand before. */
const BACKGROUNDS: Partial<Record<Colour, number>> = {
  brown: 0.2,
  black: 0.3,
  grey: 0.3,
  white: 0.25,
};

/** How much the others must cover. */
const LEAST = 0.1;

/**
 * The colours that cover enough of a picture.
 *
 * @param rgb sRGB, a byte a channel
 * @param channels bytes a pixel, the first three of them red, green and blue
 */
export function mainColours(rgb: Uint8Array, channels: 3 | 4): Colour[] {
  const pixels = rgb.length / channels;
  const counts = new Map<Colour, number>();
  for (let at = 0; at < rgb.length; at += channels) {
    const name = colourName(...oklch(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return COLOURS.filter(
    (colour) => (counts.get(colour) ?? 0) >= (BACKGROUNDS[colour] ?? LEAST) * pixels,
  );
}
