import { hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { type Film, shade } from "../drawing/film.js";
import { fbm, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { type Fruit, type FruitKind, paintFruit } from "../drawing/paint-fruit.js";
import type { Random } from "../drawing/random.js";
import { n } from "../drawing/shapes.js";
import { type DrawScene, turn } from "./family.js";

const KINDS: Record<string, FruitKind> = {
  orange: { base: "#ee8a1c", blush: "#f6a63a", skin: "pores", size: 0.115, tall: 0.96, gloss: 0.5 },
  lemon: { base: "#f2cc2c", blush: "#f8e070", skin: "pores", size: 0.1, tall: 0.8, gloss: 0.45 },
  apple: {
    base: "#b8281e",
    blush: "#e0a838",
    skin: "streaks",
    size: 0.115,
    tall: 0.92,
    gloss: 0.9,
  },
  green: {
    base: "#86a52c",
    blush: "#c4c858",
    skin: "streaks",
    size: 0.112,
    tall: 0.92,
    gloss: 0.8,
  },
  plum: { base: "#43264e", blush: "#6d4a80", skin: "bloom", size: 0.075, tall: 0.94, gloss: 0.5 },
  peach: { base: "#e89a5c", blush: "#cf4a3e", skin: "bloom", size: 0.11, tall: 0.95, gloss: 0.15 },
};

const LIGHTS = [
  { wall: "#3a322c", table: "#7a5234", cast: ["orange", "apple", "plum", "lemon"] },
  { wall: "#2f3634", table: "#6c4a34", cast: ["lemon", "green", "orange", "plum"] },
  { wall: "#40332c", table: "#84603e", cast: ["apple", "peach", "plum", "orange"] },
  { wall: "#35302f", table: "#74503a", cast: ["peach", "lemon", "green", "apple"] },
];

/** Fruit on a wooden table in the light of a window at the left, as painters arranged it. */
export const drawFruit: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const edge = random.range(0.5, 0.58);
  const offset = random.range(0, 900);
  paintRoom(film, light.wall, light.table, edge, offset);
  const fruits = arrange(film, random, light.cast, edge);
  await overlaySvg(film, shadows(film, fruits), { blur: 14, opacity: 0.75 });
  await overlaySvg(film, contacts(film, fruits), { blur: 5, opacity: 0.8 });
  for (const fruit of fruits) {
    paintFruit(film, fruit);
    if (fruit.kind.skin === "streaks") await addStalk(fruit);
  }

  async function addStalk(fruit: Fruit): Promise<void> {
    const h = film.height;
    const [x, y] = [fruit.x * h, (fruit.y - fruit.radius * fruit.kind.tall * 0.72) * h];
    const r = fruit.radius * h;
    const lean = fruit.turn * r * 0.12;
    await overlaySvg(
      film,
      `<ellipse cx="${n(x)}" cy="${n(y + r * 0.04)}" rx="${n(r * 0.24)}" ry="${n(r * 0.08)}" fill="#1c0c04" opacity=".45"/>` +
        `<path d="M${n(x)} ${n(y + r * 0.05)}Q${n(x)} ${n(y - r * 0.2)} ${n(x + lean)} ${n(y - r * 0.42)}" stroke="#4a2f1a" stroke-width="${n(r * 0.06)}" fill="none" stroke-linecap="round"/>`,
      { blur: 0.6 },
    );
  }
};

function paintRoom(film: Film, wall: string, table: string, edge: number, offset: number): void {
  const back = hex(wall);
  const wood = hex(table);
  shade(
    film,
    (x, y, out) => {
      const glow = Math.exp(-(((x - 0.45) / 0.75) ** 2) - ((y - 0.3) / 0.55) ** 2);
      if (y < edge) {
        const stain = fbm(x * 2.4 + offset, y * 2.4, 4) * 0.14;
        out.set(scale(mix(back, hex("#a08a70"), glow * 0.34), 0.62 + glow * 0.6 + stain));
        return;
      }
      const depth = 0.5 / (y - edge + 0.34);
      const u = (x - 0.75) * depth;
      const plank = Math.floor(depth * 5.2);
      const grain = fbm(u * 2.2 + plank * 7.7 + offset, depth * 70, 4);
      const shine = Math.exp(-(((x - 0.5) / 0.6) ** 2)) * smoothstep(edge + 0.3, edge, y) * 0.3;
      const lit = 0.62 + glow * 0.35 + grain * 0.5 + shine - 0.1 * noise(plank, 3.3);
      out.set(mix(scale(wood, lit), hex("#e8d0a8"), shine * 0.25));
      out[3] = smoothstep(edge, edge + 0.006, y);
    },
    { step: 2 },
  );
}

function arrange(film: Film, random: Random, cast: readonly string[], edge: number): Fruit[] {
  const aspect = film.width / film.height;
  const zoom = Math.min(1.5, aspect) * random.range(0.92, 1.12);
  const fruits: Fruit[] = [];
  const count = random.int(8, 11);
  const centre = aspect * random.range(0.42, 0.58);
  for (let i = 0; i < 400 && fruits.length < count; i++) {
    const kind = KINDS[random.pick(cast)];
    if (kind === undefined) continue;
    const radius = kind.size * zoom * random.range(0.92, 1.08);
    const spread = aspect * 0.34;
    const x = centre + (random.next() + random.next() - 1) * spread;
    const foot = edge + random.range(0.12, 0.38);
    const y = foot - radius * kind.tall;
    const free = fruits.every((other) => {
      const otherFoot = other.y + other.radius * other.kind.tall;
      return Math.hypot(x - other.x, (foot - otherFoot) * 2.6) > (radius + other.radius) * 0.92;
    });
    if (free) fruits.push({ kind, x, y, radius, turn: random.range(-1, 1) });
  }
  return fruits.sort((a, b) => a.y + a.radius * a.kind.tall - b.y - b.radius * b.kind.tall);
}

function shadows(film: Film, fruits: readonly Fruit[]): string {
  const h = film.height;
  return fruits
    .map(({ x, y, radius, kind }) => {
      const foot = y + radius * kind.tall * 0.86;
      return `<ellipse cx="${n((x + radius * 0.85) * h)}" cy="${n(foot * h)}" rx="${n(radius * 1.35 * h)}" ry="${n(radius * 0.36 * h)}" fill="#120a06"/>`;
    })
    .join("");
}

function contacts(film: Film, fruits: readonly Fruit[]): string {
  const h = film.height;
  return fruits
    .map(({ x, y, radius, kind }) => {
      const foot = y + radius * kind.tall * 0.93;
      return `<ellipse cx="${n((x + radius * 0.1) * h)}" cy="${n(foot * h)}" rx="${n(radius * 0.72 * h)}" ry="${n(radius * 0.18 * h)}" fill="#0c0604"/>`;
    })
    .join("");
}
