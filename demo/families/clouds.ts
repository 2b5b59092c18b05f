import { hex, mix } from "../drawing/colour.js";
import { type Cumulus, paintCumulus } from "../drawing/cumulus.js";
import { paintRidge } from "../drawing/ridge.js";
import { paintSky } from "../drawing/sky.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#1c5cae", "#4f97d8", "#c4dff0"], lit: "#ffffff", shadow: "#8fa9c8", land: "#5f8060" },
  { sky: ["#2468b8", "#6aaae0", "#dfeaf0"], lit: "#fffaf0", shadow: "#98abc6", land: "#6f8a5c" },
  { sky: ["#2a5ca4", "#7aa6dc", "#f0dcd4"], lit: "#fff0e2", shadow: "#9299bc", land: "#6a7a62" },
];

/** Fair-weather clouds over flat land. */
export const drawClouds: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const land = random.range(0.9, 0.97);
  const sky = light.sky.map(hex);
  paintSky(film, {
    colours: sky,
    horizon: land,
    clouds: {
      cover: random.range(0.15, 0.4),
      lit: hex("#ffffff"),
      shadow: hex("#e6eef6"),
      offset: random.range(0, 900),
      stretch: 3,
      density: 0.4,
    },
  });
  const haze = sky[2] ?? hex("#ffffff");
  const clouds: Cumulus[] = [];
  const far = random.int(3, 5);
  for (let i = 0; i < far; i++) {
    const width = random.range(0.16, 0.36);
    clouds.push({
      x: aspect * random.next(),
      base: land - random.range(0.08, 0.16),
      width,
      tall: width * random.range(0.2, 0.35),
    });
  }
  const offset = random.range(0, 900);
  const side = random.chance(0.5) ? 1 : -1;
  const faded = {
    lit: mix(hex(light.lit), haze, 0.25),
    shadow: mix(hex(light.shadow), haze, 0.55),
  };
  paintCumulus(film, random, clouds, { ...faded, side, offset });
  const big = random.range(0.7, 1.05) * Math.min(1.1, aspect + 0.25);
  const bigX = aspect * random.range(0.3, 0.7);
  const near: Cumulus[] = [
    { x: bigX, base: random.range(0.62, 0.74), width: big, tall: big * random.range(0.32, 0.46) },
  ];
  const companions = random.int(1, 2);
  for (let i = 0; i < companions; i++) {
    const width = random.range(0.3, 0.55);
    const x = (bigX + aspect * random.range(0.4, 0.6)) % aspect;
    near.push({ x, base: random.range(0.26, 0.56), width, tall: width * random.range(0.2, 0.34) });
  }
  paintCumulus(film, random, near, {
    lit: hex(light.lit),
    shadow: hex(light.shadow),
    side,
    offset,
  });
  paintLand();

  function paintLand(): void {
    for (const [depth, fade] of [
      [0, 0.6],
      [0.035, 0.3],
    ] as const) {
      const colour = mix(hex(light.land), haze, fade);
      paintRidge(film, {
        base: land + depth,
        height: 0.035,
        frequency: 1.4,
        offset: random.range(0, 900),
        crest: colour,
        foot: mix(colour, hex(light.land), 0.5),
        rough: 0.3,
      });
    }
  }
};
