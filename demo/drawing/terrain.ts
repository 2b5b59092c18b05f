import type { Colour } from "./colour.js";
import type { Film } from "./film.js";

/** A landscape seen in perspective; lengths in any one unit. */
export interface Terrain {
  /** Height of the ground at a place; `distance` lets it leave out detail that is too far to see. */
  height(x: number, z: number, distance: number): number;
  /** Colour of a place, from its height and upward-pointing normal. */
  colour(x: number, z: number, height: number, normal: Colour, distance: number): Colour;
  /** The viewer's height above 0. */
  eye: number;
  /** The row of the horizon, as a part of the height. */
  horizon: number;
  /** Focal length, in picture heights: 1.2 is a wide angle, 3 a telephoto lens. */
  focal: number;
  near: number;
  far: number;
  /** Air: the colour that distance fades to, and how much at `far` (0 to 1). */
  haze: Colour;
  hazeAtFar: number;
  /** Number of depths that are looked at. Default 340. */
  steps?: number;
}

/**
 * Paints a height field, column by column from near to far (the "voxel space" of 1990s flight games),
 * with normals from the neighbouring samples and exact coverage at the crests.
 */
export function paintTerrain(film: Film, terrain: Terrain): void {
  const { width } = film;
  const steps = terrain.steps ?? 340;
  const depths = Float64Array.from(
    { length: steps },
    (_, i) => terrain.near * (terrain.far / terrain.near) ** (i / (steps - 1)),
  );
  const slope = Float64Array.from(
    { length: width + 1 },
    (_, x) => (x - width / 2) / (film.height * terrain.focal),
  );
  let heights = sampleColumn(terrain, depths, slope[0] as number);
  for (let x = 0; x < width; x++) {
    const next = sampleColumn(terrain, depths, slope[x + 1] as number);
    paintColumn(film, terrain, x, depths, slope, heights, next);
    heights = next;
  }
}

function sampleColumn(terrain: Terrain, depths: Float64Array, slope: number): Float64Array {
  return depths.map((z) => terrain.height(z * slope, z, z));
}

function paintColumn(
  film: Film,
  terrain: Terrain,
  x: number,
  depths: Float64Array,
  slopes: Float64Array,
  heights: Float64Array,
  right: Float64Array,
): void {
  const slope = slopes[x] as number;
  const width = (slopes[x + 1] as number) - slope;
  const scale = film.height * terrain.focal;
  const column = new Column(film, x);
  let previous: Colour | undefined;
  for (let i = 0; i < depths.length; i++) {
    const z = depths[i] as number;
    const h = heights[i] as number;
    const row = terrain.horizon * film.height - ((h - terrain.eye) / z) * scale;
    if (row >= column.top) {
      previous = undefined;
      continue;
    }
    const j = i + 1 < depths.length ? i + 1 : i - 1;
    const dx = ((right[i] as number) - h) / (z * width);
    const dz = ((heights[j] as number) - h) / ((depths[j] as number) - z) - dx * slope;
    const length = Math.sqrt(dx * dx + dz * dz + 1);
    const normal: Colour = [-dx / length, 1 / length, -dz / length];
    const plain = terrain.colour(z * slope, z, h, normal, z);
    const air = terrain.hazeAtFar * (1 - Math.exp((-3 * z) / terrain.far)) * 1.05;
    const colour: Colour = [
      plain[0] + (terrain.haze[0] - plain[0]) * air,
      plain[1] + (terrain.haze[1] - plain[1]) * air,
      plain[2] + (terrain.haze[2] - plain[2]) * air,
    ];
    column.fillTo(row, previous ?? colour, colour);
    previous = colour;
  }
  column.finish();
}

/** Fills a column upwards; a pixel that is reached in parts gets each colour by its share. */
class Column {
  /** Everything below this row is painted. */
  top: number;
  private covered = 0;
  private sum: [number, number, number] = [0, 0, 0];

  constructor(
    private readonly film: Film,
    private readonly x: number,
  ) {
    this.top = film.height;
  }

  fillTo(row: number, from: Colour, to: Colour): void {
    const end = Math.max(0, row);
    const start = this.top;
    const span = start - end;
    if (span <= 0) return;
    while (this.top > end) {
      const pixel = Math.ceil(this.top) - 1;
      const until = Math.max(pixel, end);
      const share = this.top - until;
      const t = (start - (this.top + until) / 2) / span;
      for (let c = 0; c < 3; c++) {
        const a = from[c] as number;
        this.sum[c] = (this.sum[c] as number) + (a + ((to[c] as number) - a) * t) * share;
      }
      this.covered += share;
      this.top = until;
      if (until === pixel) this.flush(pixel);
    }
  }

  finish(): void {
    if (this.covered > 0) this.flush(Math.ceil(this.top) - 1);
  }

  private flush(row: number): void {
    const { film } = this;
    const at = (row * film.width + this.x) * 3;
    for (let c = 0; c < 3; c++) {
      const behind = film.pixels[at + c] as number;
      film.pixels[at + c] = (this.sum[c] as number) + behind * (1 - this.covered);
    }
    this.covered = 0;
    this.sum = [0, 0, 0];
  }
}
