import { bloom } from "../drawing/bloom.js";
import { type Colour, hex, mix, scale } from "../drawing/colour.js";
import type { Film } from "../drawing/film.js";
import { cell, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import type { Random } from "../drawing/random.js";
import { bokeh } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#141a44", "#34346e", "#84517c", "#f0946a"], wall: "#141a34", lamp: "#ffc070" },
  { sky: ["#10204a", "#254478", "#5c80a8", "#e0b48c"], wall: "#101c34", lamp: "#ffd08a" },
  { sky: ["#1a1448", "#44286c", "#984a80", "#ff8a70"], wall: "#181634", lamp: "#ffb866" },
];

interface Tower {
  left: number;
  right: number;
  top: number;
  id: number;
}

/** A city by the water, after dark. */
export const drawNightCity: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const shore = random.range(0.62, 0.74);
  const sky = light.sky.map(hex);
  paintSky(film, { colours: sky, horizon: shore });
  const centre = aspect * random.range(0.3, 0.7);
  const glow = sky[3] ?? hex("#a0626a");
  for (let layer = 0; layer < 3; layer++) {
    const towers = planTowers(random, aspect, shore, centre, layer);
    const wall = mix(hex(light.wall), glow, 0.34 - layer * 0.16);
    paintTowers(film, towers, shore, layer, wall, hex(light.lamp));
  }
  paintWater(film, {
    horizon: shore,
    deep: scale(hex(light.wall), 0.5),
    waves: random.range(0.3, 0.5),
    mirror: 0.75,
    offset: random.range(0, 900),
  });
  bloom(film, 0.62, 34, 0.9);
  if (random.chance(0.35)) {
    const discs = bokeh(
      random,
      16,
      { x: 0, y: film.height * 0.8, width: film.width, height: film.height * 0.2 },
      [24, 60],
      [light.lamp, "#ff7a5c", "#7ab8ff"],
    );
    await overlaySvg(film, discs, { blend: "screen", blur: 1.5 });
  }
};

function planTowers(
  random: Random,
  aspect: number,
  shore: number,
  centre: number,
  layer: number,
): Tower[] {
  const towers: Tower[] = [];
  let x = -0.05;
  while (x < aspect + 0.05) {
    const width = random.range(0.035, 0.1) * (0.75 + layer * 0.25);
    const middle = Math.exp(-(((x + width / 2 - centre) / 0.42) ** 2));
    const tall = random.range(0.08, 0.2) + middle * random.range(0.05, 0.38) * (1.15 - layer * 0.3);
    towers.push({ left: x, right: x + width, top: shore - tall, id: random.int(1, 100000) });
    x += width * random.range(0.85, layer === 0 ? 1.1 : 1.5);
  }
  return towers;
}

function paintTowers(
  film: Film,
  towers: readonly Tower[],
  shore: number,
  layer: number,
  wall: Colour,
  lamp: Colour,
): void {
  const floor = 0.0066 + layer * 0.0018;
  const cool = hex("#bcd4f2");
  for (const tower of towers) {
    const share = 0.1 + 0.4 * cell(tower.id, 7);
    const columns = Math.max(
      3,
      Math.round((tower.right - tower.left) / (floor * (0.8 + cell(tower.id, 3) * 0.7))),
    );
    shadeBox(film, tower, shore, (u, y) => {
      const column = u * columns;
      const row = (y - tower.top) / floor - 0.8;
      const lit = cell(
        Math.floor(column) + tower.id,
        Math.floor(row) * 3 + (cell(tower.id, 5) > 0.6 ? 1 : 0),
      );
      const inside =
        column % 1 > 0.22 && column % 1 < 0.8 && row % 1 > 0.25 && row % 1 < 0.78 && row > 0;
      const face = scale(wall, 0.8 + 0.25 * u + 0.1 * noise(u * 3, y * 20));
      if (!inside || lit > share) return face;
      const tint = cell(Math.floor(column), tower.id + Math.floor(row)) > 0.82 ? cool : lamp;
      return mix(
        face,
        scale(tint, 1.25),
        0.35 + 0.65 * cell(Math.floor(row), tower.id + Math.floor(column)),
      );
    });
  }
}

/** Paints a tower's front; `u` runs from 0 to 1 across it. */
function shadeBox(
  film: Film,
  tower: Tower,
  shore: number,
  colour: (u: number, y: number) => Colour,
): void {
  const { width, height, pixels } = film;
  const x0 = Math.max(0, Math.round(tower.left * height));
  const x1 = Math.min(width, Math.round(tower.right * height));
  const y0 = Math.max(0, Math.round(tower.top * height));
  const y1 = Math.min(height, Math.ceil(shore * height) + 2);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const u = (x / height - tower.left) / (tower.right - tower.left);
      pixels.set(colour(Math.max(0, Math.min(0.999, u)), y / height), (y * width + x) * 3);
    }
  }
}
