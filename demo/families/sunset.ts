import { bloom } from "../drawing/bloom.js";
import { hex, mix, scale } from "../drawing/colour.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { paintRidge } from "../drawing/ridge.js";
import { n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const PALETTES = [
  {
    sky: ["#2b3a67", "#8a5a83", "#e8836b", "#ffc078"],
    lit: "#ffb37a",
    shadow: "#6b4a6e",
    sun: "#ffe0a0",
  },
  {
    sky: ["#3a4a6e", "#a8707a", "#f2905a", "#ffd884"],
    lit: "#ffae76",
    shadow: "#7a5064",
    sun: "#ffeab0",
  },
  {
    sky: ["#2a2450", "#6e3f7a", "#d0567a", "#ff9a6b"],
    lit: "#ff8a86",
    shadow: "#4c346a",
    sun: "#ffc88a",
  },
  {
    sky: ["#5a5a80", "#d08a7e", "#ffa858", "#ffe694"],
    lit: "#ffcf9a",
    shadow: "#946470",
    sun: "#fff4c4",
  },
  {
    sky: ["#24325e", "#5a5a8a", "#c0788a", "#ffb488"],
    lit: "#f4a494",
    shadow: "#4e4a74",
    sun: "#ffdcaa",
  },
];

/** The sun going down over the sea. */
export const drawSunset: DrawScene = async (film, random, variant) => {
  const aspect = film.width / film.height;
  const palette = turn(PALETTES, variant);
  const horizon = random.range(0.52, 0.64);
  const sun = { x: aspect * random.range(0.25, 0.75), y: horizon - random.range(0.03, 0.14) };
  const colours = palette.sky.map(hex);
  paintSky(film, {
    colours,
    horizon,
    sun: { ...sun, colour: hex(palette.sun), size: random.range(0.028, 0.042), glow: 0.62 },
    clouds: {
      cover: random.range(0.42, 0.62),
      lit: hex(palette.lit),
      shadow: hex(palette.shadow),
      offset: random.range(0, 900),
      stretch: random.range(1.6, 3.4),
      density: 0.9,
    },
  });
  if (random.chance(0.6)) {
    const haze = mix(hex(palette.shadow), hex(palette.lit), 0.25);
    paintRidge(film, {
      base: horizon + 0.006,
      height: random.range(0.03, 0.08),
      frequency: random.range(1, 2.2),
      offset: random.range(0, 900),
      crest: haze,
      foot: mix(haze, hex(palette.lit), 0.25),
    });
  }
  if (random.chance(0.5)) await addSailingBoat();
  paintWater(film, {
    horizon,
    deep: scale(hex(palette.sky[0] ?? "#202840"), 0.45),
    waves: random.range(0.55, 0.8),
    mirror: 0.62,
    offset: random.range(0, 900),
  });
  bloom(film, 0.92, 60, 0.5);

  async function addSailingBoat(): Promise<void> {
    const size = film.height * random.range(0.035, 0.075);
    const x = film.width * random.range(0.15, 0.85);
    const y = horizon * film.height;
    await overlaySvg(
      film,
      `<g fill="#2a1c30" transform="translate(${n(x)} ${n(y)}) scale(${(size / 100).toFixed(3)})">` +
        `<path d="M-40 -8L44 -8L32 4L-30 4Z M-2 -10L-2 -120L2 -120L2 -10Z"/>` +
        `<path d="M6 -112Q46 -60 44 -16L6 -16Z M-6 -100Q-30 -50 -34 -18L-6 -18Z" opacity=".85"/></g>`,
    );
  }
};
