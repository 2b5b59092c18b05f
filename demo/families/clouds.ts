import { clamp, hex, mix, smoothstep } from "../drawing/colour.js";
import { bloom } from "../drawing/bloom.js";
import { cell, noise } from "../drawing/noise.js";
import { paintSky } from "../drawing/sky.js";
import { paintTerrain } from "../drawing/terrain.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#1f5fae", "#5b9bd8", "#a9cdea"], lit: "#ffffff", shade: "#5f86ba", haze: "#dcebf6" },
  { sky: ["#2468b4", "#74abdf", "#bcd6ea"], lit: "#fffaf2", shade: "#6c8cc0", haze: "#e8eff5" },
  { sky: ["#2b5ea6", "#85a9dc", "#e0c4d4"], lit: "#fff1ea", shade: "#7a80b8", haze: "#f0dee4" },
];

/** Above the clouds, as from a plane's window. */
export const drawClouds: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const horizon = random.range(0.36, 0.5);
  const sunX = aspect * random.range(0.1, 0.9);
  paintSky(film, {
    colours: [...light.sky.map(hex), hex(light.haze)],
    horizon: horizon + 0.06,
    sun: { x: sunX, y: random.range(-0.05, 0.1), colour: hex("#fff6e0"), size: 0, glow: 0.3 },
    clouds: {
      cover: random.range(0.15, 0.35),
      lit: hex("#ffffff"),
      shadow: hex("#dfeaf4"),
      offset: random.range(0, 900),
      stretch: 4,
      density: 0.45,
    },
  });
  const ox = random.range(0, 300);
  const oz = random.range(0, 300);
  const side = sunX > aspect / 2 ? 1 : -1;
  const towers = random.range(0.9, 1.5);
  const lit = hex(light.lit);
  const dark = hex(light.shade);
  paintTerrain(film, {
    eye: random.range(2, 2.8),
    horizon,
    focal: random.range(1.1, 1.6),
    near: 0.8,
    far: 40,
    haze: hex(light.haze),
    hazeAtFar: 0.5,
    height: (x, z, distance) => {
      const mass = smoothstep(-0.5, 0.8, noise(x * 0.14 + ox, z * 0.14 + oz)) * towers;
      return mass * (0.1 + 1.3 * billows(x * 0.42 + oz, z * 0.42 + ox, distance < 14 ? 4 : 3));
    },
    colour: (_x, _z, h, normal) => {
      const facing = normal[0] * side * 0.55 + normal[1] * 0.6 - normal[2] * 0.1;
      const sunlit = smoothstep(0.0, 0.8, facing) * clamp(0.25 + h * 0.62);
      return mix(dark, lit, clamp(sunlit + 0.08));
    },
  });
  bloom(film, 0.95, 40, 0.25);
};

/** Heaps of round heads: domes on the nearest points of a jittered grid (Worley 1996), at three sizes. */
function billows(x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.55;
  for (let i = 0; i < octaves; i++) {
    sum += strength * dome(x, y);
    strength *= 0.42;
    x = x * 2.3 + 7.7;
    y = y * 2.3 - 3.1;
  }
  return sum;
}

function dome(x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  let nearest = 1;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const dx = x0 + i + 0.15 + 0.7 * cell(x0 + i, y0 + j) - x;
      const dy = y0 + j + 0.15 + 0.7 * cell(y0 + j, x0 + i + 57) - y;
      const d = dx * dx + dy * dy;
      if (d < nearest) nearest = d;
    }
  }
  return Math.sqrt(1 - nearest);
}
