import { type Colour, clamp } from "./colour.js";
import type { Film } from "./film.js";
import { fbm } from "./noise.js";

/** A range of hills as a silhouette; lengths in units of the picture's height. */
export interface Ridge {
  /** The row that the hills rise from. */
  base: number;
  /** How high they rise. */
  height: number;
  /** Hills across one picture height. */
  frequency: number;
  offset: number;
  /** Colour at the crest and at the base. */
  crest: Colour;
  foot: Colour;
  /** Roughness of the outline: 0 dunes, 1 trees. */
  rough?: number;
}

/** Paints the hills down to the lower edge of the picture. */
export function paintRidge(film: Film, ridge: Ridge): void {
  const { width, height, pixels } = film;
  for (let x = 0; x < width; x++) {
    const u = (x / height) * ridge.frequency + ridge.offset;
    const hills = 0.5 + fbm(u, ridge.offset * 1.7, 5);
    const trees = (ridge.rough ?? 0) * 0.03 * Math.abs(fbm(u * 40, 3.3, 2));
    const top = (ridge.base - ridge.height * Math.max(0, hills) - trees) * height;
    const first = Math.max(0, Math.floor(top));
    for (let y = first; y < height; y++) {
      const opacity = y === first ? 1 - (top - first) : 1;
      const t = clamp((y - top) / (ridge.base * height - top + 1));
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const crest = ridge.crest[c] as number;
        const colour = crest + ((ridge.foot[c] as number) - crest) * t;
        pixels[at + c] = (pixels[at + c] as number) * (1 - opacity) + colour * opacity;
      }
    }
  }
}
