import type { Colour } from "akin-browser/format";

/** Hues of OKLCH in degrees: up to where each colour goes, from the one before; after purple comes red again. */
const HUES: readonly [number, Colour][] = [
  [38, "red"],
  [80, "orange"],
  [112, "yellow"],
  [170, "green"],
  [218, "turquoise"],
  [288, "blue"],
  [348, "purple"],
];

/**
 * What a colour is called. The limits were set by eye on named colours, the demo album and 1,200 photographs.
 *
 * @param lightness 0 to 1
 * @param chroma 0 to about 0.3
 * @param hue degrees, 0 to 360, all three of OKLCH
 */
export function colourName(lightness: number, chroma: number, hue: number): Colour {
  if (lightness < 0.2 || (lightness < 0.32 && chroma < 0.05)) return "black";
  if (lightness > 0.88 && chroma < 0.055) return "white";
  const isRosy = hue > 330 || hue < 25;
  if (chroma < (isRosy ? 0.05 : 0.04)) return lightness > 0.85 ? "white" : "grey";
  if (hue > 25 && hue < 100) {
    const isDull = lightness < 0.85 && chroma < (lightness < 0.7 ? 0.09 : 0.07);
    const isDark = hue > 42 && lightness < (hue < 80 ? 0.58 : 0.68);
    if (isDull || isDark) return "brown";
  }
  if (lightness > (hue < 25 ? 0.68 : 0.58) && (hue > 335 || hue < 25)) return "pink";
  if (lightness > 0.7 && hue > 312) return "pink";
  if (lightness < 0.75 && hue > 100 && hue < 112) return "green";
  return HUES.find(([end]) => hue < end)?.[1] ?? "red";
}
