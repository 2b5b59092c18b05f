import { COLOURS } from "akin-browser/format";
import { colourName } from "./colour-name.js";
import { oklch } from "./oklch.js";

/** Bits a channel that names of colours depend on. */
const BITS = 5;

/** Which of `COLOURS` each colour of `BITS` bits a channel is. */
const NAMES = Uint8Array.from({ length: 2 ** (3 * BITS) }, (_, index) => {
  const channel = (shift: number) => (((index >> shift) & 31) << 3) + 4;
  const name = colourName(...oklch(channel(2 * BITS), channel(BITS), channel(0)));
  return COLOURS.indexOf(name);
});

/**
 * How much of a picture has each of `COLOURS`.
 *
 * @param rgb sRGB, three bytes a pixel
 * @returns Uint8Array of length 12; 255 is all of the picture
 */
export function colourShares(rgb: Uint8Array): Uint8Array {
  const counts = new Uint32Array(COLOURS.length);
  for (let at = 0; at < rgb.length; at += 3) {
    const red = (rgb[at] ?? 0) >> 3;
    const green = (rgb[at + 1] ?? 0) >> 3;
    const index = (((red << BITS) | green) << BITS) | ((rgb[at + 2] ?? 0) >> 3);
    const name = NAMES[index] ?? 0;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Uint8Array.from(counts, (count) => Math.round((count * 3 * 255) / rgb.length));
}
