import type { MapColours } from "./draw-countries.js";

/** The colours that the styles give a canvas, as they are in the theme. */
export function mapColours(canvas: HTMLCanvasElement): MapColours {
  const { fill, stroke } = getComputedStyle(canvas);
  return { land: fill, border: stroke };
}
