import { clamp, hex, mix, smoothstep } from "../drawing/colour.js";
import { fbm, noise } from "../drawing/noise.js";
import { paintSky } from "../drawing/sky.js";
import { paintTerrain } from "../drawing/terrain.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#4a86c0", "#9cc0da", "#f0dcc0"], sand: "#f0a860", dark: "#8a4a34", haze: "#f0d2b0" },
  { sky: ["#3c78b4", "#8ab4d4", "#f2d8b4"], sand: "#f2b06c", dark: "#96543a", haze: "#eec8a0" },
  { sky: ["#5a88b8", "#b4c4cc", "#f6d2a2"], sand: "#f09a58", dark: "#7c3f38", haze: "#f4c494" },
];

/** Sand dunes in low sun, with wind ripples. */
export const drawDunes: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const horizon = random.range(0.36, 0.5);
  paintSky(film, { colours: light.sky.map(hex), horizon: horizon + 0.06 });
  const ox = random.range(0, 300);
  const oz = random.range(0, 300);
  const side = random.chance(0.5) ? 1 : -1;
  const bend = random.range(-0.4, 0.4);
  const sand = hex(light.sand);
  const dark = hex(light.dark);
  const long = random.range(0.3, 0.42);
  paintTerrain(film, {
    eye: random.range(1.5, 2.1),
    horizon,
    focal: random.range(1.3, 1.9),
    near: 0.8,
    steps: 640,
    far: 30,
    haze: hex(light.haze),
    hazeAtFar: 0.6,
    height: (x, z) => {
      const wind = x * side * 0.92 + z * (0.35 + bend);
      const warp = fbm(x * 0.13 + ox, z * 0.13 + oz, 2) * 5.5;
      return (
        dune(wind * long + warp * 0.42) *
        (1 + 0.6 * noise(x * 0.1 + oz, z * 0.1)) *
        1.15 *
        smoothstep(0, 5, z + 1.6)
      );
    },
    colour: (x, z, _h, normal, distance) => {
      const near = Math.exp(-distance * 0.22);
      const ripple =
        Math.sin((x * side + z * 0.55 + fbm(x * 0.7 + ox, z * 0.7, 2) * 0.9) * 26) * near * 0.16;
      const grain = noise(x * 60, z * 60) * near * 0.04;
      const facing =
        -normal[0] * side * 0.86 + normal[1] * 0.32 - normal[2] * 0.15 + ripple + grain;
      return mix(dark, sand, smoothstep(-0.22, 0.62, facing) * clamp(1.05 + grain * 3, 0, 1.1));
    },
  });
};

/**
 * A long windward slope, a sharp crest, a short lee slope; height 0 to 1. The crest is rounded over a
 * few hundredths of the wave: sharper than the steps between two looked-at depths, it would look sawn.
 */
function dune(phase: number): number {
  const t = phase - Math.floor(phase);
  const windward = t / 0.68;
  const lee = (1 - t) / 0.32;
  const up = windward * windward * (1.6 - 0.6 * windward);
  const down = lee * (1.25 - 0.25 * lee);
  // A smooth minimum of the two slopes.
  const h = clamp(0.5 + (down - up) / 0.24);
  return down + (up - down) * h - 0.12 * h * (1 - h);
}
