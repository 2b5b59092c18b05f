import { type Colour, clamp, hex, mix, smoothstep } from "./colour.js";
import type { Film } from "./film.js";
import { fbm, noise } from "./noise.js";

/** A kind of fruit. */
export interface FruitKind {
  base: string;
  blush: string;
  /** Pores (citrus), streaks (apple), or bloom (plum). */
  skin: "pores" | "streaks" | "bloom";
  /** Radius, in picture heights. */
  size: number;
  /** Height as a part of the width. */
  tall: number;
  /** 0 matt, 1 polished. */
  gloss: number;
}

/** A fruit in the picture; lengths in picture heights. */
export interface Fruit {
  kind: FruitKind;
  x: number;
  y: number;
  radius: number;
  /** Which side is seen, -1 to 1. */
  turn: number;
}

/** An ellipsoid lit from the upper left, with warm light coming back from the table. */
export function paintFruit(film: Film, fruit: Fruit): void {
  const { kind, radius } = fruit;
  const base = hex(kind.base);
  const blush = hex(kind.blush);
  const h = film.height;
  const tall = radius * kind.tall;
  const x0 = Math.max(0, Math.floor((fruit.x - radius) * h) - 1);
  const x1 = Math.min(film.width, Math.ceil((fruit.x + radius) * h) + 1);
  const y0 = Math.max(0, Math.floor((fruit.y - tall) * h) - 1);
  const y1 = Math.min(h, Math.ceil((fruit.y + tall) * h) + 1);
  for (let py = y0; py < y1; py++) {
    for (let px = x0; px < x1; px++) {
      const nx = (px / h - fruit.x) / radius;
      const ny = (py / h - fruit.y) / tall;
      const d = nx * nx + ny * ny;
      const opacity = smoothstep(1.012, 0.985, d);
      if (opacity <= 0) continue;
      const nz = Math.sqrt(Math.max(0, 1 - d));
      const colour = fruitColour(kind, base, blush, nx, ny, nz, fruit);
      const at = (py * film.width + px) * 3;
      for (let c = 0; c < 3; c++) {
        film.pixels[at + c] =
          (film.pixels[at + c] as number) * (1 - opacity) + (colour[c] as number) * opacity;
      }
    }
  }
}

function fruitColour(
  kind: FruitKind,
  base: Colour,
  blush: Colour,
  nx: number,
  ny: number,
  nz: number,
  fruit: Fruit,
): Colour {
  const place = fruit.x * 97 + fruit.y * 31;
  let skin: Colour;
  let bump = 0;
  if (kind.skin === "pores") {
    bump = noise(nx * 22 + place, ny * 22) * 0.13 * nz;
    skin = mix(base, blush, 0.5 + fbm(nx * 2 + place, ny * 2, 3));
  } else if (kind.skin === "streaks") {
    const angle = Math.atan2(nx, nz + 0.4) * 9 + fruit.turn * 5;
    const streak = fbm(angle + place, ny * 1.6, 3);
    skin = mix(
      base,
      blush,
      smoothstep(0.0, 0.9, streak + 0.25 + fruit.turn * nx * 0.5 - ny * 0.25),
    );
  } else {
    skin = mix(
      base,
      blush,
      smoothstep(-0.5, 0.6, fbm(nx * 1.3 + place, ny * 1.3, 4) + nx * fruit.turn * 0.6),
    );
  }
  const facing = -nx * 0.62 - ny * 0.58 + nz * 0.52 + bump;
  const lit = smoothstep(-0.35, 1.0, facing);
  const bounce = clamp(ny) * clamp(0.6 - facing) * 0.28;
  const rim = (1 - nz) ** 3 * clamp(-nx) * 0.12;
  const shine = clamp(-nx * 0.42 - ny * 0.5 + nz * 0.757 + bump * 0.6);
  const gloss = kind.gloss * (shine ** 60 * 0.85 + shine ** 9 * 0.16);
  const light = 0.09 + lit * 1.08;
  return [
    skin[0] * light + bounce * 0.5 + rim + gloss,
    skin[1] * light + bounce * 0.3 + rim + gloss * 0.97,
    skin[2] * light + bounce * 0.16 + rim + gloss * 0.9,
  ];
}
