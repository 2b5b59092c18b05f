import type { Colour } from "akin-browser/format";

/** Hues of OKLCH in degrees: up to where each colour goes, from the one before; after pink comes red again. */
const HUES: readonly [number, Colour][] = [
  [42, "red"],
  [80, "orange"],
  [118, "yellow"],
  [165, "green"],
  [218, "turquoise"],
  [288, "blue"],
  [335, "purple"],
  [360, "pink"],
];

/**
 * What a colour is called: black, white and grey where there is little chroma, brown for what is dark or dull between red
 * and yellow, pink for light red and purple, and else by hue.
 *
 * @param lightness 0 to 1
 * @param chroma 0 to about 0.3
 * @param hue degrees, 0 to 360, all three of OKLCH
 */
export function colourName(lightness: number, chroma: number, hue: number): Colour {
  if (lightness < 0.2 || (lightness < 0.32 && chroma < 0.05)) return "black";
  if (chroma < (lightness > 0.88 ? 0.055 : 0.035)) return lightness > 0.85 ? "white" : "grey";
  if (hue > 25 && hue < 105) {
    const isDull = chroma < 0.09 && lightness < 0.85;
    const isDark = lightness < (hue < 80 ? 0.58 : 0.68) && hue > 42;
    if (isDull || isDark) return "brown";
  }
  if (lightness > 0.7 && (hue < 25 || hue > 312)) return "pink";
  return HUES.find(([end]) => hue < end)?.[1] ?? "red";
}
