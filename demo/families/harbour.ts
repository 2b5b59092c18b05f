import { hex, scale } from "../drawing/colour.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { paintRidge } from "../drawing/ridge.js";
import { n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#5f9fd0", "#a5cae2", "#e8eee8"], hill: "#6d8f74", sea: "#1f5566" },
  { sky: ["#6ea6cc", "#b8d0dc", "#f0e8d8"], hill: "#7d9470", sea: "#265a62" },
  { sky: ["#5896cc", "#98c4e4", "#dce9ee"], hill: "#5f8a7a", sea: "#184e68" },
];

const WALLS = [
  "#d9695a",
  "#e8b04e",
  "#f0e2c4",
  "#5f9cb4",
  "#e89a6a",
  "#8fb58a",
  "#c4576a",
  "#f2d27a",
  "#ecdccb",
];
const HULLS = ["#f4f1ea", "#2c5f8a", "#c0392f", "#2f7a6a", "#f0c04a", "#34495e"];

/** Gabled houses and boats along a quay, in daylight. */
export const drawHarbour: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const { width, height } = film;
  const unit = Math.min(width, height);
  const quay = random.range(0.56, 0.62);
  const foot = quay * height;
  paintSky(film, {
    colours: light.sky.map(hex),
    horizon: quay,
    sun: { x: 0.2, y: 0.05, colour: hex("#fff6e0"), size: 0, glow: 0.2 },
    clouds: {
      cover: random.range(0.4, 0.55),
      lit: hex("#ffffff"),
      shadow: hex("#b4c6d6"),
      offset: random.range(0, 900),
      stretch: 1.3,
      density: 0.85,
    },
  });
  const hill = hex(light.hill);
  paintRidge(film, {
    base: quay,
    height: random.range(0.14, 0.24),
    frequency: 0.9,
    offset: random.range(0, 900),
    crest: scale(hill, 1.25),
    foot: hill,
    rough: 0.4,
  });
  await overlaySvg(film, `${houses()}${wall()}`, { blur: 0.45 });
  await overlaySvg(film, boats(0, 6, 0.14), { blur: 0.4 });
  paintWater(film, {
    horizon: quay + 0.012,
    deep: hex(light.sea),
    waves: random.range(0.14, 0.26),
    fineness: 1.2,
    mirror: 0.6,
    offset: random.range(0, 900),
  });
  await overlaySvg(film, boats(0.2, random.int(1, 2), 0.27), { blur: 0.4 });

  function houses(): string {
    let svg = "";
    let previous = "";
    let x = -unit * random.range(0, 0.08);
    while (x < width) {
      const w = unit * random.range(0.075, 0.125);
      const h = unit * random.range(0.14, 0.25);
      let colour = random.pick(WALLS);
      while (colour === previous) colour = random.pick(WALLS);
      previous = colour;
      svg += house(x, w, h, colour);
      x += w;
    }
    return `<defs><linearGradient id="w" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".14"/><stop offset="1" stop-color="#20160e" stop-opacity=".26"/></linearGradient></defs>${svg}`;
  }

  function house(x: number, w: number, h: number, colour: string): string {
    const top = foot - h;
    const gable = w * random.range(0.42, 0.66);
    const roof = random.pick(["#7c4438", "#8a5140", "#5d4a48", "#6a3a34"]);
    const outline = `M${n(x)} ${n(foot)}V${n(top)}L${n(x + w / 2)} ${n(top - gable)}L${n(x + w)} ${n(top)}V${n(foot)}Z`;
    const eaves = w * 0.05;
    let svg = `<path d="${outline}" fill="${colour}"/><path d="${outline}" fill="url(#w)"/>`;
    svg += `<path d="M${n(x - eaves)} ${n(top + eaves)}L${n(x + w / 2)} ${n(top - gable - eaves)}L${n(x + w + eaves)} ${n(top + eaves)}L${n(x + w)} ${n(top)}L${n(x + w / 2)} ${n(top - gable + eaves)}L${n(x)} ${n(top)}Z" fill="${roof}"/>`;
    const floors = Math.max(2, Math.round(h / (unit * 0.058)));
    const columns = w > unit * 0.1 ? 3 : 2;
    const [ww, wh] = [w / (columns * 2.1), (h / floors) * 0.52];
    for (let row = 0; row < floors; row++) {
      for (let column = 0; column < columns; column++) {
        const wx = x + (w * (column + 0.5)) / columns - ww / 2;
        const wy = top + (h * (row + 0.22)) / floors;
        const ground = row === floors - 1;
        const door = ground && column === Math.floor(columns / 2);
        const [fill, tall] = door
          ? ["#4a3428", wh * 1.45]
          : [random.pick(["#2e3c48", "#3c4d58", "#54656c"]), wh];
        svg += `<rect x="${n(wx - 2)}" y="${n(wy - 2)}" width="${n(ww + 4)}" height="${n(tall + 4)}" fill="#f6efe2"/>`;
        svg += `<rect x="${n(wx)}" y="${n(wy)}" width="${n(ww)}" height="${n(tall)}" fill="${fill}"/>`;
        if (!door)
          svg += `<path d="M${n(wx + ww / 2)} ${n(wy)}v${n(tall)}M${n(wx)} ${n(wy + tall / 2)}h${n(ww)}" stroke="#f6efe2" stroke-width="1.6"/>`;
      }
    }
    return `${svg}<rect x="${n(x + w * 0.9)}" y="${n(top)}" width="${n(w * 0.1)}" height="${n(h)}" fill="#000" opacity=".1"/>`;
  }

  function wall(): string {
    const h = unit * 0.022;
    let svg = `<rect y="${n(foot - h * 0.4)}" width="${width}" height="${n(h * 1.6)}" fill="#8d8172"/><rect y="${n(foot + h * 0.5)}" width="${width}" height="${n(h)}" fill="#5a5148"/>`;
    for (let x = 0; x < width; x += unit * 0.05) {
      svg += `<rect x="${n(x)}" y="${n(foot - h * 0.2)}" width="2" height="${n(h * 1.4)}" fill="#4a4238" opacity=".5"/>`;
    }
    return svg;
  }

  /** Boats lying `below` the quay (in picture heights), `tall` from water to masthead. */
  function boats(below: number, count: number, tall: number): string {
    let svg = "";
    for (let i = 0; i < count; i++) {
      const x = width * ((i + random.range(0.2, 0.8)) / count);
      const y = foot + height * (0.012 + below * random.range(0.7, 1.2));
      svg += boat(x, y, unit * tall * random.range(0.8, 1.15), below > 0);
    }
    return svg;
  }

  function boat(x: number, y: number, s: number, mirrored: boolean): string {
    const hull = random.pick(HULLS);
    const facing = random.chance(0.5) ? 1 : -1;
    const shape =
      `<path d="M-42 -13Q0 -8 50 -19Q42 0 33 3L-34 3Q-41 -2 -42 -13Z" fill="${hull}"/>` +
      `<path d="M-41 -8Q0 -3 47 -12L44 -7Q0 1 -40 -4Z" fill="#fff" opacity=".45"/>` +
      `<path d="M-38 -2Q0 5 38 -3L33 3L-34 3Z" fill="#7a2a24"/>` +
      `<path d="M-22 -11L-19 -24L14 -25L20 -14Z" fill="#f6f1e6"/><path d="M-16 -20h7v5h-7zM-5 -20h7v5h-7zM6 -21h6v5h-6z" fill="#34485a"/>` +
      `<path d="M-1 -20V-100" stroke="#8a6a4a" stroke-width="2"/><path d="M-1 -32L-38 -29" stroke="#8a6a4a" stroke-width="2.4"/>` +
      `<path d="M-36 -31Q-20 -36 -2 -34" stroke="#efe6d2" stroke-width="4.5" fill="none"/>` +
      `<path d="M-1 -99L50 -19M-1 -99L-41 -14" stroke="#54483c" stroke-width=".7" fill="none"/>`;
    const k = (s / 100).toFixed(3);
    const at = `translate(${n(x)} ${n(y)})`;
    const image = mirrored
      ? `<g transform="${at} scale(${facing} -1) scale(${k} ${(s / 135).toFixed(3)})" opacity=".34">${shape}</g>` +
        `<ellipse cx="${n(x)}" cy="${n(y + s * 0.04)}" rx="${n(s * 0.48)}" ry="${n(s * 0.035)}" fill="#0c2a34" opacity=".45"/>`
      : "";
    return `${image}<g transform="${at} scale(${facing} 1) scale(${k})">${shape}</g>`;
  }
};
