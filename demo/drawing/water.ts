import type { Colour } from "./colour.js";
import type { Film } from "./film.js";
import { noise } from "./noise.js";

/** Water that mirrors what is drawn above it. */
export interface Water {
  /** The water's edge: row, as a part of the height. */
  horizon: number;
  /** Colour of the deep water, seen where one looks down into it. */
  deep: Colour;
  /** Height of the waves: 0.02 a calm lake, 0.3 the open sea. */
  waves: number;
  /** Size of the waves; larger is finer. Default 1. */
  fineness?: number;
  /** Part of the light that is mirrored near the viewer, 0 to 1; it grows to 0.95 at the horizon. */
  mirror: number;
  /** Where in the endless water. */
  offset: number;
}

/** Paints water from the horizon to the lower edge, mirroring the rows above. */
export function paintWater(film: Film, water: Water): void {
  const { width, height, pixels } = film;
  const edge = Math.round(water.horizon * height);
  const fine = water.fineness ?? 1;
  for (let y = edge; y < height; y++) {
    const below = (y - edge + 0.5) / height;
    // Perspective: the distance to the point of the water that this row shows.
    const depth = 0.22 / (below + 0.004);
    const reach = water.waves * height * Math.min(0.75, below * 1.3 + 0.2 * water.waves);
    const fresnel = water.mirror + (0.95 - water.mirror) * Math.exp(-below * 6);
    // Far waves are smaller than a pixel: they blend into a blur.
    const calm = 1 / (1 + depth * 0.1 * fine);
    for (let x = 0; x < width; x++) {
      const u = (x / height - 0.75) * depth * 5 * fine + water.offset;
      const v = depth * 16 * fine + water.offset;
      const swell = noise(u * 0.45, v * 0.6) * 0.5 + noise(u * 1.1 + 9, v * 1.3) * 0.35;
      const ripple = noise(u * 2.9, v * 3.1) * 0.6 * calm + noise(u * 6.3, v * 5.2) * 0.35 * calm;
      const wave = swell + ripple;
      const sy = edge - 1 - (y - edge) * (1 + wave * water.waves) + (wave - 0.15) * reach;
      const sx = x + noise(u * 0.8 + 40, v) * reach * 0.25;
      const slope = Math.max(-1, Math.min(1, wave * water.waves * 2.5));
      const shine = Math.max(0, Math.min(0.98, fresnel * (1 - slope * 0.35)));
      const from = mirrored(sx, sy, width, edge) * 3;
      const to = (y * width + x) * 3;
      const keep = 0.97 * shine;
      pixels[to] = (pixels[from] as number) * keep + water.deep[0] * (1 - shine);
      pixels[to + 1] = (pixels[from + 1] as number) * keep + water.deep[1] * (1 - shine);
      pixels[to + 2] = (pixels[from + 2] as number) * keep + water.deep[2] * (1 - shine);
    }
  }
}

/** The pixel that is mirrored: reflected back at the picture's edges, never below the water's edge. */
function mirrored(x: number, y: number, width: number, edge: number): number {
  const column = Math.abs(Math.round(x));
  const across = column >= width ? 2 * (width - 1) - column : column;
  let row = Math.round(y);
  if (row >= edge) row = edge - 1;
  if (row < 0) row = Math.min(edge - 1, -row);
  return row * width + Math.max(0, across);
}
