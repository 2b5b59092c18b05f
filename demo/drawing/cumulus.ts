import { type Colour, clamp, mix, smoothstep } from "./colour.js";
import { type Film, shade } from "./film.js";
import { fbm } from "./noise.js";
import type { Random } from "./random.js";

/** A heap of cloud with a flat base; lengths in picture heights. */
export interface Cumulus {
  x: number;
  /** The row of the base. */
  base: number;
  width: number;
  tall: number;
}

/** The light on clouds. */
export interface CloudLight {
  lit: Colour;
  shadow: Colour;
  /** Where the sun is: -1 at the left, 1 at the right. */
  side: number;
  /** Where in the noise. */
  offset: number;
}

const STEP = 2;

/** Paints heaped clouds: balls in relief, frayed by noise, lit from above and from the side. */
export function paintCumulus(
  film: Film,
  random: Random,
  clouds: readonly Cumulus[],
  light: CloudLight,
): void {
  const columns = Math.ceil(film.width / STEP) + 2;
  const rows = Math.ceil(film.height / STEP) + 2;
  const unit = STEP / film.height;
  const relief = new Float32Array(columns * rows);
  const frayed = frayedPlaces(columns, rows, unit, light.offset);
  for (const cloud of clouds) heap(cloud);
  shade(film, shader, { step: STEP });

  function heap(cloud: Cumulus): void {
    const count = Math.round(90 + cloud.width * 90);
    for (let i = 0; i < count; i++) {
      const across = random.next() + random.next() - 1;
      const shoulder = 1 - across * across;
      const up = random.next() ** 1.3 * cloud.tall * shoulder ** 1.4;
      const radius = cloud.width * random.range(0.035, 0.115) * (0.45 + 0.55 * shoulder);
      const x = cloud.x + across * cloud.width * 0.5;
      ball(x, cloud.base - up - radius * 0.55, radius, cloud.base + radius * 0.1);
    }
  }

  /** Raises the relief to a ball, cut off below `floor`. */
  function ball(cx: number, cy: number, radius: number, floor: number): void {
    const reach = radius + 0.08;
    const x1 = Math.min(columns - 1, Math.ceil((cx + reach) / unit));
    const y1 = Math.min(rows - 1, Math.ceil((cy + reach) / unit));
    for (let y = Math.max(0, Math.floor((cy - reach) / unit)); y <= y1; y++) {
      for (let x = Math.max(0, Math.floor((cx - reach) / unit)); x <= x1; x++) {
        const at = y * columns + x;
        const dx = (frayed.x[at] as number) - cx;
        const dy = (frayed.y[at] as number) - cy;
        const d = radius * radius - dx * dx - dy * dy;
        if (d <= 0) continue;
        const cut = smoothstep(floor + 0.012, floor - 0.03, frayed.y[at] as number);
        const height = Math.sqrt(d) * cut;
        if (height > (relief[at] as number)) relief[at] = height;
      }
    }
  }

  function shader(px: number, py: number, out: Float32Array): void {
    const x = clamp(Math.round(px / unit), 1, columns - 2);
    const y = clamp(Math.round(py / unit), 1, rows - 2);
    const at = y * columns + x;
    const height = relief[at] as number;
    if (height <= 0) {
      out[3] = 0;
      return;
    }
    const dx = ((relief[at + 1] as number) - (relief[at - 1] as number)) / (2 * unit);
    const dy = ((relief[at + columns] as number) - (relief[at - columns] as number)) / (2 * unit);
    const length = Math.sqrt(dx * dx + dy * dy + 1.1);
    const facing = (-dx * light.side * 0.5 - -dy * 0.75 + 0.42) / length;
    // Thin edges let light through; the base lies in the cloud's own shadow.
    const thick = smoothstep(0, 0.05, height);
    const lit = smoothstep(-0.75, 0.8, facing) * 0.85 + 0.25 * (1 - thick);
    const [r, g, b] = mix(
      light.shadow,
      light.lit,
      clamp(lit + 0.12 * fbm(px * 9 + light.offset, py * 9, 3)),
    );
    out[0] = r;
    out[1] = g;
    out[2] = b;
    out[3] = smoothstep(0, 0.04, height);
  }
}

function frayedPlaces(
  columns: number,
  rows: number,
  unit: number,
  offset: number,
): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(columns * rows);
  const y = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i;
      x[at] = i * unit + fbm(i * unit * 7 + offset, j * unit * 7, 5) * 0.085;
      y[at] = j * unit + fbm(i * unit * 7 + offset + 91, j * unit * 7 + 33, 5) * 0.085;
    }
  }
  return { x, y };
}
