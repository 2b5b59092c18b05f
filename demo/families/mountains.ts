import { clamp, hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { fbm, ridged } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { conifer } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintTerrain } from "../drawing/terrain.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#2f6bb0", "#6fa3d6", "#cfe2f0"], sun: "#fff4e0", shade: "#7d95c4", haze: "#b5cde4" },
  { sky: ["#3b78b8", "#86b2da", "#e3e6e4"], sun: "#fff0d0", shade: "#8aa0c8", haze: "#c6d6e4" },
  { sky: ["#2a5c9a", "#6c9ccb", "#dcd6d8"], sun: "#ffe6cc", shade: "#7488ba", haze: "#b4c2dc" },
];

/** Snowy peaks in clear air. */
export const drawMountains: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const horizon = random.range(0.55, 0.66);
  paintSky(film, {
    colours: light.sky.map(hex),
    horizon,
    clouds: {
      cover: random.range(0.22, 0.42),
      lit: hex("#ffffff"),
      shadow: hex("#c3d2e4"),
      offset: random.range(0, 900),
      stretch: 1.8,
      density: 0.8,
    },
  });
  const ox = random.range(0, 200);
  const oz = random.range(0, 200);
  const side = random.chance(0.5) ? 1 : -1;
  const sun = normalise(side * random.range(0.55, 0.8), random.range(0.35, 0.55), -0.35);
  const snow = hex("#f7f9fd");
  const rock = hex("#47464e");
  const shadeTint = hex(light.shade);
  const sunTint = hex(light.sun);
  const snowline = random.range(0.25, 0.5);
  paintTerrain(film, {
    eye: 1.3,
    horizon,
    focal: random.range(1.5, 2),
    near: 0.5,
    far: 22,
    haze: hex(light.haze),
    hazeAtFar: 0.62,
    height: (x, z, distance) => {
      const octaves = distance < 6 ? 7 : 6;
      const valley = smoothstep(1.5, 10, z);
      const massif = ridged(x * 0.17 + ox, z * 0.17 + oz, octaves);
      return massif ** 1.4 * 3.1 * valley + fbm(x + ox, z + oz, 3) * 0.1 - 0.1;
    },
    colour: (x, z, h, normal) => {
      const facing = clamp(normal[0] * sun[0] + normal[1] * sun[1] + normal[2] * sun[2]);
      const patch = fbm(x * 3 + ox, z * 3, 3);
      const snowy =
        smoothstep(snowline - 0.25, snowline + 0.5, h + patch * 0.6) *
        smoothstep(0.3, 0.55, normal[1] + patch * 0.25);
      const forest = mix(hex("#3a4a35"), hex("#6d7350"), clamp(0.5 + patch));
      const ground = mix(mix(forest, rock, smoothstep(0.2, 1.1, h + patch * 0.4)), snow, snowy);
      const lit = mix(scale(shadeTint, 0.78), scale(sunTint, 1.06), smoothstep(0.05, 0.75, facing));
      return [ground[0] * lit[0], ground[1] * lit[1], ground[2] * lit[2]];
    },
  });
  if (random.chance(0.75)) await addForest();

  async function addForest(): Promise<void> {
    const from = random.chance(0.5) ? -0.05 : 0.55;
    for (const depth of [0, 1]) {
      let path = "";
      for (let i = 0; i < 26; i++) {
        const t = random.next();
        const x = film.width * (from + t * 0.5);
        const edge = Math.abs(t - (from < 0 ? 0 : 1));
        const tall = film.height * random.range(0.1, 0.24) * (1.15 - edge) * (depth ? 1 : 0.7);
        path += conifer(random, x, film.height * random.range(depth ? 1.0 : 0.94, 1.06), tall);
      }
      await overlaySvg(film, `<path d="${path}" fill="${depth ? "#17231f" : "#2c3d3a"}"/>`, {
        blur: 0.7,
      });
    }
  }
};

function normalise(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
