import { clamp, hex, mix, smoothstep } from "../drawing/colour.js";
import { bloom } from "../drawing/bloom.js";
import { noise } from "../drawing/noise.js";
import { paintSky } from "../drawing/sky.js";
import { paintTerrain } from "../drawing/terrain.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#1f5fae", "#5b9bd8", "#cfe6f5"], lit: "#ffffff", shade: "#8fb0d6", haze: "#dcebf6" },
  { sky: ["#2468b4", "#74abdf", "#e4eef4"], lit: "#fffaf2", shade: "#9cb4d8", haze: "#e8eff5" },
  { sky: ["#2b5ea6", "#85a9dc", "#f2dfe2"], lit: "#fff1ea", shade: "#98a4d0", haze: "#f0dee4" },
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
    sun: { x: sunX, y: random.range(-0.05, 0.1), colour: hex("#fff6e0"), size: 0, glow: 0.5 },
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
    hazeAtFar: 0.75,
    height: (x, z, distance) => {
      const mass = smoothstep(-0.5, 0.8, noise(x * 0.14 + ox, z * 0.14 + oz)) * towers;
      return mass * (0.25 + 1.5 * billows(x * 0.42 + oz, z * 0.42 + ox, distance < 12 ? 5 : 4));
    },
    colour: (_x, _z, h, normal) => {
      const facing = normal[0] * side * 0.55 + normal[1] * 0.6 - normal[2] * 0.1;
      const sunlit = smoothstep(0.0, 0.8, facing) * clamp(0.25 + h * 0.62);
      return mix(dark, lit, clamp(sunlit + 0.08));
    },
  });
  bloom(film, 0.85, 40, 0.35);
};

/** Round heads with creases between them: folded noise turned upside down. */
function billows(x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  for (let i = 0; i < octaves; i++) {
    const v = noise(x, y);
    sum += strength * Math.sqrt(v * v + 0.004);
    strength *= 0.4;
    x = x * 2.05 + 7.7;
    y = y * 2.05 - 3.1;
  }
  return sum * 1.6;
}
