import { bloom } from "../drawing/bloom.js";
import { clamp, hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm, noise, ridged } from "../drawing/noise.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { rock: "#4a4f4c", moss: "#4c6a2e", water: "#eef5f6", pool: "#2c5a5c", sky: "#d7e6e2" },
  { rock: "#545049", moss: "#5a702f", water: "#f2f4ee", pool: "#35605a", sky: "#e2e8d8" },
  { rock: "#414a4e", moss: "#3f6238", water: "#e8f2f8", pool: "#24525e", sky: "#cfe0e6" },
];

/** A fall between mossy rocks, exposed so long that the water turns to silk. */
export const drawWaterfall: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const offset = random.range(0, 900);
  const middle = aspect * random.range(0.4, 0.6);
  const brink = random.range(0.1, 0.2);
  const foot = random.range(0.7, 0.8);
  const half = Math.min(0.3, aspect * 0.3) * random.range(0.45, 0.75);
  const ledge = random.range(0.34, 0.52);
  const rock = hex(light.rock);
  const moss = hex(light.moss);
  const white = hex(light.water);
  const pool = hex(light.pool);
  paintRocks();
  paintFall();
  paintPool();
  paintMist();
  bloom(film, 0.75, 50, 0.3);

  function paintRocks(): void {
    shade(
      film,
      (x, y, out) => {
        const warp = fbm(x * 2 + offset, y * 2, 2) * 0.5;
        // Layers of stone: blocks wider than high, with dark joints.
        const crumbs = fbm(x * 42 + offset, y * 50, 3);
        const stone = ridged(x * 7 + warp + offset, y * 12 + warp, 4) + crumbs * 0.35;
        const lit = 0.62 + stone * 0.85 - 0.25 * smoothstep(0.3, 1, y);
        const green = smoothstep(
          -0.1,
          0.35,
          fbm(x * 4 + offset * 2, y * 4, 4) + (stone - 0.45) * 0.9,
        );
        const side = clamp(Math.abs(x - middle) / (aspect * 0.5));
        const leaves = fbm(x * 30 + offset, y * 30, 3);
        const ground = mix(
          scale(rock, lit),
          scale(moss, 0.45 + lit * 0.75 + leaves * 0.5),
          green * (0.35 + 0.6 * side),
        );
        const above = smoothstep(
          brink + 0.05,
          brink - 0.12,
          y + fbm(x * 5 + offset, 3.3, 4) * 0.16 - side * 0.1,
        );
        const bush = mix(
          scale(moss, 0.65 + leaves * 0.9),
          hex(light.sky),
          smoothstep(0.02, 0.3, leaves + 0.55 - y * 5),
        );
        out.set(mix(ground, bush, above));
      },
      { step: 2 },
    );
  }

  function paintFall(): void {
    shade(
      film,
      (x, y, out) => {
        const t = (y - brink) / (foot - brink);
        const lower = smoothstep(ledge - 0.02, ledge + 0.03, y + noise(x * 8 + offset, 4) * 0.03);
        const wide = half * (0.62 + 0.5 * lower + 0.16 * t);
        const edge = Math.abs(x - middle - 0.03 * noise(y * 3, offset) * lower) / wide;
        const strand = noise(x * (34 - 8 * lower) + offset, y * 1.1 + lower * 7);
        const thread = noise(x * 110 + offset, y * 2.2 + lower * 3);
        const body = 1.12 - edge + strand * 0.55 * (0.5 + edge) + thread * 0.16;
        const shelf = Math.exp(-(((y - ledge) / 0.018) ** 2)) * 0.3;
        const bright = 0.74 + 0.2 * strand + 0.12 * thread + shelf + 0.1 * t;
        out.set(mix(scale(pool, 1.2), white, clamp(bright)));
        out[3] =
          smoothstep(0.05, 0.55, body) *
          smoothstep(brink - 0.01, brink + 0.02, y + noise(x * 9, offset) * 0.02) *
          0.97;
      },
      { top: brink - 0.05, bottom: foot + 0.03 },
    );
  }

  function paintPool(): void {
    shade(
      film,
      (x, y, out) => {
        const bank = foot + noise(x * 4 + offset, 6) * 0.02;
        const below = y - bank;
        if (below < -0.02) {
          out[3] = 0;
          return;
        }
        const depth = 0.12 / (Math.max(0, below) + 0.045);
        const flow = fbm((x - middle) * depth * 2.2 + offset, depth * 7 + offset, 4);
        const foam =
          Math.exp(-Math.max(0, below) * 11) * Math.exp(-(((x - middle) / (half * 1.7)) ** 2));
        const shine = smoothstep(0.1, 0.5, flow) * 0.4 + foam * 1.1 + flow * 0.2;
        const stone = smoothstep(
          0.22,
          0.42,
          fbm(x * 2.6 + offset * 3, y * 6.5 + offset, 4) - foam * 0.8,
        );
        const wet = scale(mix(rock, moss, 0.3), 0.3 + 0.6 * ridged(x * 6 + offset, y * 9, 4));
        out.set(mix(mix(scale(pool, 0.75 + flow * 0.3), white, clamp(shine)), wet, stone));
        out[3] = smoothstep(-0.015, 0.015, below);
      },
      { top: foot - 0.05, step: 2 },
    );
  }

  function paintMist(): void {
    shade(
      film,
      (x, y, out) => {
        const dx = (x - middle) / (half * 1.9);
        const dy = (y - foot) / 0.16;
        const cloud = 0.75 + 0.6 * fbm(x * 4 + offset, y * 4, 3);
        out.set(white);
        out[3] = clamp(0.8 * Math.exp(-dx * dx - dy * dy) * cloud);
      },
      { step: 4 },
    );
  }
};
