import { bloom } from "../drawing/bloom.js";
import { hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm, ridged } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  {
    sky: ["#3f5f82", "#7d94a8", "#c9c3bc", "#f0cfae"],
    lit: "#f3dcc8",
    shadow: "#5f6f86",
    sea: "#1f3b4c",
  },
  {
    sky: ["#4a6688", "#8c9fb2", "#d4c8c0", "#f4c8a8"],
    lit: "#f6d6c4",
    shadow: "#6a7488",
    sea: "#264456",
  },
  {
    sky: ["#35557a", "#6f8ca6", "#b8bfc4", "#e8d4bc"],
    lit: "#eee0d0",
    shadow: "#546a84",
    sea: "#1a3646",
  },
];

/** A lighthouse on a headland at the end of the day. */
export const drawLighthouse: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const offset = random.range(0, 900);
  const horizon = random.range(0.66, 0.72);
  const right = random.chance(0.5);
  const towerX = aspect * (right ? random.range(0.56, 0.72) : random.range(0.28, 0.44));
  const ground = horizon - random.range(0.1, 0.16);
  paintSky(film, {
    colours: light.sky.map(hex),
    horizon,
    sun: {
      x: right ? 0.1 : aspect - 0.1,
      y: horizon - 0.05,
      colour: hex("#ffdcae"),
      size: 0,
      glow: 0.35,
    },
    clouds: {
      cover: random.range(0.5, 0.68),
      lit: hex(light.lit),
      shadow: hex(light.shadow),
      offset,
      stretch: 1.6,
      density: 0.9,
    },
  });
  paintWater(film, {
    horizon,
    deep: hex(light.sea),
    waves: random.range(0.5, 0.75),
    mirror: 0.5,
    offset,
  });
  paintHeadland();
  const tall = random.range(0.34, 0.42);
  await addTower(towerX * film.height, (ground + 0.02) * film.height, tall * film.height);
  bloom(film, 0.95, 50, 0.5);

  function paintHeadland(): void {
    const grass = hex("#6d7a48");
    const rock = hex("#6a5f58");
    shade(
      film,
      (x, y, out) => {
        const away = right ? towerX - x : x - towerX;
        const slope =
          smoothstep(-0.05, 0.5 * aspect, away) * 0.36 + smoothstep(0.16, 0.36, away) * 0.12;
        const top =
          ground + slope + fbm(x * 4 + offset, 1.5, 5) * 0.035 + fbm(x * 30, 2.5, 2) * 0.004;
        if (y < top - 0.004) {
          out[3] = 0;
          return;
        }
        const depth = y - top;
        const warp = fbm(x * 5 + offset, y * 5, 3);
        const stone = ridged(x * 9 + warp * 1.5 + offset, y * 17 + warp * 2, 5);
        const crumbs = fbm(x * 46 + offset, y * 60, 3);
        const blades = fbm(x * 60 + offset, y * 24, 3);
        const lit = (right ? -1 : 1) * fbm(x * 3 + 0.2, y * 3 + offset, 3) * 0.3;
        const cliff = scale(rock, 0.42 + stone * 0.85 + crumbs * 0.45 + lit);
        const green = scale(grass, 0.72 + blades * 0.7 + lit - depth * 0.5);
        const grown = smoothstep(
          0.14,
          0.02,
          depth + fbm(x * 7 + offset, y * 7, 3) * 0.16 - 0.02 + smoothstep(0.2, 0.5, away) * 0.2,
        );
        const foam =
          smoothstep(0.1, 0, Math.abs(y - horizon - 0.16 - fbm(x * 5, 7.7, 3) * 0.1)) *
          smoothstep(0.18, 0.4, away);
        out.set(
          mix(
            mix(cliff, green, grown),
            [0.93, 0.95, 0.96],
            foam * smoothstep(0.1, 0.6, blades + stone) * 0.6,
          ),
        );
        out[3] = smoothstep(-0.004, 0.002, depth);
      },
      { top: ground - 0.06 },
    );
  }

  async function addTower(x: number, foot: number, tall: number): Promise<void> {
    const red = random.pick(["#b8342e", "#c04436", "#a63030"]);
    const stripes = random.int(2, 3);
    const body = tall * 0.78;
    const [low, high] = [tall * 0.092, tall * 0.058];
    const at = (t: number): number => low + (high - low) * t;
    let bands = "";
    for (let i = 0; i < stripes; i++) {
      const [a, b] = [(i + 0.5) / stripes - 0.02, (i + 0.5) / stripes + 0.42 / stripes];
      bands += `<path d="M${n(-at(a))} ${n(-a * body)}L${n(at(a))} ${n(-a * body)}L${n(at(b))} ${n(-b * body)}L${n(-at(b))} ${n(-b * body)}Z" fill="${red}"/>`;
    }
    const lamp = body + tall * 0.055;
    const house =
      `<path d="M${n(low * 0.9)} ${n(-tall * 0.1)}H${n(low * 3.6)}V6H${n(low * 0.9)}Z" fill="#ece4d8"/>` +
      `<path d="M${n(low * 0.7)} ${n(-tall * 0.1)}L${n(low * 1.2)} ${n(-tall * 0.165)}H${n(low * 3.3)}L${n(low * 3.8)} ${n(-tall * 0.1)}Z" fill="#8c3a34"/>` +
      [1.5, 2.2, 2.9]
        .map(
          (k) =>
            `<rect x="${n(low * k)}" y="${n(-tall * 0.075)}" width="${n(low * 0.3)}" height="${n(tall * 0.035)}" fill="#ffd893"/>`,
        )
        .join("");
    const tower =
      `<path d="M${n(-low)} 6L${n(-high)} ${n(-body)}H${n(high)}L${n(low)} 6Z" fill="#f4efe8"/>${bands}` +
      `<path d="M${n(-low)} 6L${n(-high)} ${n(-body)}H${n(high)}L${n(low)} 6Z" fill="url(#round)"/>` +
      `<rect x="${n(-high * 1.5)}" y="${n(-body - tall * 0.012)}" width="${n(high * 3)}" height="${n(tall * 0.018)}" fill="#3a3434"/>` +
      `<rect x="${n(-high * 0.75)}" y="${n(-body - tall * 0.1)}" width="${n(high * 1.5)}" height="${n(tall * 0.09)}" fill="#ffe9b4"/>` +
      `<path d="M0 ${n(-body - tall * 0.1)}V${n(-body - tall * 0.01)}M${n(-high * 0.38)} ${n(-body - tall * 0.1)}V${n(-body - tall * 0.01)}M${n(high * 0.38)} ${n(-body - tall * 0.1)}V${n(-body - tall * 0.01)}" stroke="#4a3c38" stroke-width="${n(tall * 0.005)}"/>` +
      `<path d="M${n(-high)} ${n(-body - tall * 0.1)}Q0 ${n(-body - tall * 0.2)} ${n(high)} ${n(-body - tall * 0.1)}Z" fill="${red}"/>` +
      `<path d="M0 ${n(-body - tall * 0.14)}V${n(-body - tall * 0.2)}" stroke="#332" stroke-width="${n(tall * 0.008)}"/>`;
    const shaded = right
      ? `<stop stop-color="#ffe2b8" stop-opacity=".25"/><stop offset=".4" stop-color="#39455c" stop-opacity=".12"/><stop offset="1" stop-color="#1c2740" stop-opacity=".68"/>`
      : `<stop stop-color="#1c2740" stop-opacity=".68"/><stop offset=".6" stop-color="#39455c" stop-opacity=".12"/><stop offset="1" stop-color="#ffe2b8" stop-opacity=".25"/>`;
    await overlaySvg(
      film,
      `<defs><linearGradient id="round">${shaded}</linearGradient></defs>` +
        `<g transform="translate(${n(x)} ${n(foot)})">${house}${tower}</g>`,
      { blur: 0.5 },
    );
    const beam = right ? -1 : 1;
    const y = foot - lamp;
    const far = film.width * 0.9 * beam;
    await overlaySvg(
      film,
      `<defs><linearGradient id="b" x1="${right ? 1 : 0}" x2="${right ? 0 : 1}"><stop stop-color="#fff2c8" stop-opacity=".75"/><stop offset=".75" stop-color="#fff2c8" stop-opacity="0"/></linearGradient></defs>` +
        `<path d="M${n(x)} ${n(y)}L${n(x + far)} ${n(y - tall * 0.3)}V${n(y + tall * 0.12)}Z" fill="url(#b)"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(tall * 0.06)}" fill="#fff6d8"/>`,
      { blend: "screen", blur: 7, opacity: 0.75 },
    );
  }
};
