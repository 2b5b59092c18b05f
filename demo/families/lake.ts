import { clamp, hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { fbm, ridged } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { conifer, n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintTerrain } from "../drawing/terrain.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  {
    sky: ["#3a6f9c", "#8fb4c4", "#ffd9a8"],
    sun: "#ffd9a0",
    shade: "#5c7686",
    haze: "#e4cfb4",
    wood: "#34502c",
  },
  {
    sky: ["#44729c", "#a9bcc8", "#ffcfb0"],
    sun: "#ffc894",
    shade: "#5f708a",
    haze: "#e2c4b4",
    wood: "#4c5426",
  },
  {
    sky: ["#3f7c9c", "#98c4c4", "#f4e8c0"],
    sun: "#fff0b8",
    shade: "#54787c",
    haze: "#cfdcc4",
    wood: "#2a5034",
  },
];

/** Wooded hills mirrored in a calm lake, early in the morning. */
export const drawLake: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const shore = random.range(0.5, 0.58);
  paintSky(film, {
    colours: light.sky.map(hex),
    horizon: shore,
    clouds: {
      cover: random.range(0.3, 0.5),
      lit: hex("#fff6ea"),
      shadow: hex("#b4bfc8"),
      offset: random.range(0, 900),
      stretch: 2.4,
      density: 0.7,
    },
  });
  const ox = random.range(0, 300);
  const oz = random.range(0, 300);
  const side = random.chance(0.5) ? 1 : -1;
  const wood = hex(light.wood);
  const grass = hex("#8a9a58");
  const rock = hex("#8d8a84");
  paintTerrain(film, {
    eye: 0.12,
    horizon: shore,
    focal: 1.5,
    near: 1.5,
    far: 26,
    steps: 260,
    haze: hex(light.haze),
    hazeAtFar: 0.55,
    height: (x, z) => {
      const far = smoothstep(2.5, 9, z);
      const valley = smoothstep(0.2, 5, Math.abs(x + fbm(oz, z * 0.1, 2) * 4) / (0.3 + z * 0.12));
      const hill = 0.5 + fbm(x * 0.25 + ox, z * 0.25 + oz, 5);
      const peak = ridged(x * 0.12 + oz, z * 0.12 + ox, 6) * smoothstep(9, 20, z);
      return (
        (hill * 2.1 * valley + peak * 3.6) * far + 0.05 * fbm(x * 9, z * 9, 2) * (1 - far * 0.6)
      );
    },
    colour: (x, z, h, normal) => {
      const facing = clamp(normal[0] * side * 0.75 + normal[1] * 0.5 - normal[2] * 0.2);
      const patch = fbm(x * 1.4 + ox, z * 1.4, 4);
      const ground = mix(
        mix(wood, grass, smoothstep(0, 0.5, patch)),
        rock,
        smoothstep(1.6, 2.6, h + patch),
      );
      const lit = mix(hex(light.shade), hex(light.sun), smoothstep(0, 0.8, facing));
      return [ground[0] * lit[0] * 1.15, ground[1] * lit[1] * 1.15, ground[2] * lit[2] * 1.15];
    },
  });
  await addShore();
  paintWater(film, {
    horizon: shore + 0.004,
    deep: hex("#12343c"),
    waves: random.range(0.015, 0.05),
    mirror: 0.72,
    offset: random.range(0, 900),
  });
  if (random.chance(0.5)) await addStones();

  async function addShore(): Promise<void> {
    const start = random.chance(0.5) ? -0.1 : 0.45;
    const foot = film.height * (shore + 0.006);
    for (const [tall, tone] of [
      [0.08, 0.75],
      [0.13, 0.42],
    ] as const) {
      let path = "";
      for (let i = 0; i < 38; i++) {
        const t = random.next();
        const size = film.height * tall * random.range(0.6, 1.25) * (1.1 - Math.abs(t - 0.5));
        path += conifer(random, film.width * (start + t * 0.65), foot, size);
      }
      await overlaySvg(film, `<path d="${path}" fill="${toned(wood, tone)}"/>`, {
        blur: 0.6,
      });
    }
  }

  async function addStones(): Promise<void> {
    let svg = "";
    for (let i = 0; i < 5; i++) {
      const rx = film.height * random.range(0.03, 0.1);
      const x = film.width * random.next();
      const y = film.height * random.range(0.94, 1.02);
      svg += `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(rx * 0.42)}" fill="url(#stone)"/>`;
    }
    await overlaySvg(
      film,
      `<defs><linearGradient id="stone" x2="0" y2="1"><stop stop-color="#8d918c"/><stop offset=".45" stop-color="#4a4f50"/>` +
        `<stop offset="1" stop-color="#1b2426"/></linearGradient></defs>${svg}`,
      { blur: 1.6 },
    );
  }
};

function toned(colour: readonly [number, number, number], factor: number): string {
  const [r, g, b] = scale(colour, factor * 255);
  return `rgb(${Math.round(r)},${Math.round(g)},${Math.round(b)})`;
}
