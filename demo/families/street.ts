import { type Colour, clamp, hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { cell, fbm, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sky: ["#4f8fcc", "#9cc4e4", "#f0e6d2"], sun: "#fff0d0", shade: "#8a92b4" },
  { sky: ["#5a98d0", "#b0cfe2", "#f6e2c4"], sun: "#ffe8c0", shade: "#8a8cac" },
  { sky: ["#468acb", "#8cbbe2", "#e6e8e0"], sun: "#fff4dc", shade: "#8496ba" },
];

const WALLS = [
  "#e2b07a",
  "#d98a62",
  "#efd9b0",
  "#cf7458",
  "#e8c98e",
  "#d9a890",
  "#f0e4cc",
  "#c98f6a",
].map(hex);
const SHUTTERS = ["#3f6a5c", "#4a6c8c", "#7a3f34", "#5c7048", "#6a5a4a"].map(hex);
const AWNINGS = ["#b8402f", "#2f6a5a", "#c88a2a", "#36587e"].map(hex);

/** A narrow old street, looking along it: walls are planes at known distances, so that perspective is exact. */
export const drawStreet: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const eye = { x: aspect * random.range(0.42, 0.58), y: random.range(0.56, 0.62) };
  const half = random.range(0.42, 0.56) * Math.min(1, aspect);
  const seed = random.int(1, 100000);
  const sunny = random.chance(0.5) ? 1 : -1;
  const sun = hex(light.sun);
  const dim = hex(light.shade);
  const haze = mix(hex(light.sky[2] ?? "#f0e6d2"), sun, 0.3);
  paintSky(film, { colours: light.sky.map(hex), horizon: eye.y });
  shade(film, (x, y, out) => {
    const dx = x - eye.x;
    const dy = y - eye.y;
    const wall = half / Math.max(1e-4, Math.abs(dx));
    const floor = dy > 0 ? 0.26 / dy : Number.POSITIVE_INFINITY;
    const depth = Math.min(wall, floor, 14);
    const air = smoothstep(2.5, 15, depth) * 0.85;
    const colour =
      depth === floor
        ? paving(dx * depth, depth)
        : depth === wall
          ? facade(Math.sign(dx), depth, -dy * depth + 0.26)
          : end(dx * 14, -dy * 14 + 0.26);
    if (colour === undefined) out[3] = 0;
    else out.set(mix(colour, haze, air));
  });
  await addLife();

  function facade(side: number, depth: number, up: number): Colour | undefined {
    const along = depth * 1.15 + side * 3.3 + 40;
    const width = 1.15;
    const house = Math.floor(along / width);
    const u = along / width - house;
    const id = house * 2 + (side > 0 ? 1 : 0) + seed;
    const roof = 1.55 + cell(id, 1) * 0.6;
    if (up > roof + 0.05) return undefined;
    const tone = WALLS[Math.floor(cell(id, 2) * WALLS.length)] as Colour;
    const lit = side === sunny ? 0 : 1;
    // Opposite roofs throw their shadow on the lower part of the sunny side.
    const shadow =
      lit === 0
        ? smoothstep(0.02, -0.02, up - 0.34 - 0.1 * cell(house, 9) - 0.1 * Math.sin(along))
        : 1;
    const illumination = mix(scale(sun, 1.04), scale(dim, 1.02), shadow);
    const plaster = 0.94 + fbm(along * 4, up * 4 + id, 4) * 0.2 - 0.12 * smoothstep(0.18, 0, up);
    let colour = up > roof - 0.045 ? hex("#8a5a44") : scale(tone, plaster);
    if (up <= roof - 0.045) colour = opening(colour, u, up, roof, id);
    if (u < 0.012 || u > 0.988) colour = scale(colour, 0.72);
    return [colour[0] * illumination[0], colour[1] * illumination[1], colour[2] * illumination[2]];
  }

  function opening(wall: Colour, u: number, up: number, roof: number, id: number): Colour {
    const shutter = SHUTTERS[Math.floor(cell(id, 3) * SHUTTERS.length)] as Colour;
    if (up < 0.42) return shop(wall, u, up, id);
    const floors = Math.max(2, Math.round((roof - 0.45) / 0.42));
    const columns = cell(id, 4) > 0.5 ? 3 : 2;
    const column = (u * columns) % 1;
    const row = ((up - 0.45) / (roof - 0.5)) * floors;
    const v = row % 1;
    const dx = Math.abs(column - 0.5);
    if (v > 0.2 && v < 0.8 && dx < 0.15) {
      const cross = Math.abs(column - 0.5) < 0.012 || Math.abs(v - 0.55) < 0.012;
      if (cross || dx > 0.135 || v > 0.775) return hex("#efe6d6");
      return mix(hex("#2c3a48"), hex("#8fb0c8"), clamp(v * 0.7 + noise(u * 9 + id, up * 5) * 0.4));
    }
    if (v > 0.18 && v < 0.82 && dx < 0.31) {
      const slat = (v * 22) % 1 < 0.35 ? 0.78 : 1;
      return dx < 0.16 ? scale(wall, 0.8) : scale(shutter, slat);
    }
    const flowers = cell(id + Math.floor(row), Math.floor(u * columns)) > 0.45;
    if (flowers && v > 0.09 && v < 0.21 && dx < 0.2) {
      const petals = noise(u * 60 + id, up * 90);
      if (v < 0.12) return hex("#8a4a34");
      return petals > 0.15 ? hex("#e0426a") : petals > -0.1 ? hex("#f29ab0") : hex("#4c7a3a");
    }
    return wall;
  }

  function shop(wall: Colour, u: number, up: number, id: number): Colour {
    const awning = AWNINGS[Math.floor(cell(id, 6) * AWNINGS.length)] as Colour;
    const open = cell(id, 5) > 0.4;
    if (open && up > 0.31 && up < 0.4 && u > 0.1 && u < 0.9) {
      return (u * 14) % 1 < 0.5 ? scale(awning, 1.05) : hex("#f4ead8");
    }
    const door = Math.abs(u - (open ? 0.75 : 0.5));
    if (door < 0.1 && up < 0.31)
      return door > 0.085 || up > 0.295 ? hex("#e6dac6") : hex("#54382a");
    if (open && u > 0.14 && u < 0.58 && up > 0.07 && up < 0.29) {
      return shopWindow(u, up, id);
    }
    return up < 0.05 ? scale(wall, 0.62) : wall;
  }

  /** Goods on two shelves in warm light. */
  function shopWindow(u: number, up: number, id: number): Colour {
    if (u < 0.152 || u > 0.568 || up < 0.077 || up > 0.283) return hex("#5a4030");
    const shelf = up > 0.18 ? 1 : 0;
    const place = Math.floor(u * 26);
    const tall = 0.035 + 0.045 * cell(place + id, shelf);
    const above = up - (shelf === 1 ? 0.185 : 0.085);
    const inside = scale(mix(hex("#6a4a2c"), hex("#ffd898"), smoothstep(0.08, 0.28, up)), 0.9);
    if (above < 0) return hex("#5a4030");
    const gap = (u * 26) % 1 < 0.2;
    return above < tall && !gap
      ? mix(AWNINGS[Math.floor(cell(id, place) * AWNINGS.length)] as Colour, inside, 0.35)
      : inside;
  }

  function paving(across: number, depth: number): Colour {
    const row = Math.floor(depth * 13);
    const [u, v] = [across * 11 + (row % 2) * 0.5 + noise(across * 5, depth * 5) * 0.2, depth * 13];
    const joint = Math.max(
      smoothstep(0.4, 0.5, Math.abs((((u % 1) + 1) % 1) - 0.5)),
      smoothstep(0.4, 0.5, Math.abs((v % 1) - 0.5)),
    );
    const near = Math.exp(-depth * 0.22);
    const stone = mix(hex("#a39484"), hex("#c9b8a0"), cell(Math.floor(u), row));
    const worn = 0.92 + fbm(across * 6 + seed, depth * 6, 3) * 0.2;
    const sunlit = smoothstep(
      -0.03,
      0.03,
      across * sunny - half * 0.45 + noise(depth * 1.4 + seed, 1) * 0.12,
    );
    const lamp = mix(scale(dim, 1.0), sun, sunlit);
    const c = scale(stone, worn * (1 - joint * 0.42 * near));
    return [c[0] * lamp[0], c[1] * lamp[1], c[2] * lamp[2]];
  }

  /** What closes the street: a tower. */
  function end(across: number, up: number): Colour | undefined {
    const tower = Math.abs(across) < 1.1 && up < 5.4 + smoothstep(1.1, 0, Math.abs(across)) * 1.4;
    if (!tower) return up < 1.8 ? hex("#c8a284") : undefined;
    const arch = Math.abs(across) < 0.35 && up > 3.6 && up < 4.6;
    return arch
      ? hex("#7a6a68")
      : up > 5.4
        ? hex("#a8664e")
        : mix(hex("#d8b08c"), hex("#b48c78"), smoothstep(-1, 1, across * -sunny));
  }

  /** Bunting across the street. */
  async function addLife(): Promise<void> {
    const h = film.height;
    const cx = eye.x * h;
    let svg = "";
    const lines = random.int(1, 3);
    for (let i = 0; i < lines; i++) {
      const depth = 1.7 + i * 1.5;
      const y = (eye.y - (1.25 - 0.26) / depth) * h;
      const reach = (half / depth) * h;
      const sag = reach * 0.28;
      svg += `<path d="M${n(cx - reach)} ${n(y)}Q${n(cx)} ${n(y + sag * 2)} ${n(cx + reach)} ${n(y)}" stroke="#4a4038" stroke-width="${n(2.4 / depth)}" fill="none"/>`;
      for (let k = 1; k < 16; k++) {
        const t = k / 16;
        const px = cx - reach + 2 * reach * t;
        const py = y + sag * 4 * t * (1 - t);
        const s = (0.055 / depth) * h;
        const colour = random.pick(["#d8503c", "#f0b440", "#f6efe0", "#4a8a9c", "#7aa05a"]);
        svg += `<path d="M${n(px - s * 0.36)} ${n(py)}h${n(s * 0.72)}l${n(-s * 0.36)} ${n(s)}Z" fill="${colour}"/>`;
      }
    }
    await overlaySvg(film, svg, { blur: 0.4 });
  }
};
