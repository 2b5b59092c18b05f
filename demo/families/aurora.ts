import { bloom } from "../drawing/bloom.js";
import { type Colour, hex, mix, scale, smoothstep } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { paintRidge } from "../drawing/ridge.js";
import { conifer, n } from "../drawing/shapes.js";
import { paintSky } from "../drawing/sky.js";
import { paintWater } from "../drawing/water.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS: readonly { low: Colour; high: Colour }[] = [
  { low: hex("#5dffa0"), high: hex("#3a86c8") },
  { low: hex("#66ffb4"), high: hex("#9a5ad0") },
  { low: hex("#8dff90"), high: hex("#36a0a8") },
];

/** Northern lights over dark hills. */
export const drawAurora: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const horizon = random.range(0.68, 0.78);
  paintSky(film, { colours: ["#050a1c", "#0a1a33", "#123348", "#1d4a50"].map(hex), horizon });
  await addStars();
  for (let band = 0; band < 3; band++) addCurtain(band);
  for (const [lift, tone] of [
    [0.13, 0.3],
    [0.07, 0.12],
  ] as const) {
    paintRidge(film, {
      base: horizon + 0.01,
      height: lift,
      frequency: random.range(1, 2),
      offset: random.range(0, 900),
      crest: scale(mix(hex("#274a5c"), light.low, 0.12), tone * 2),
      foot: scale(hex("#20424e"), tone * 2),
    });
  }
  paintWater(film, {
    horizon: horizon + 0.012,
    deep: hex("#04101a"),
    waves: random.range(0.05, 0.16),
    mirror: 0.7,
    offset: random.range(0, 900),
  });
  await addTrees();
  bloom(film, 0.55, 70, 0.5);

  function addCurtain(band: number): void {
    const offset = random.range(0, 900);
    const base = horizon * random.range(0.5, 0.85) - band * 0.07;
    const strength = [1.15, 0.75, 0.5][band] ?? 0.4;
    const tilt = random.range(-0.2, 0.2);
    shade(
      film,
      (x, y, out) => {
        const fold = fbm(x * 1.3 + offset, 0.5 + band, 3) * 0.32 + tilt * (x - 0.75);
        const up = base + fold - y;
        const rays =
          0.55 +
          0.45 * noise(x * 16 + fold * 40 + offset, 0.2) +
          0.25 * noise(x * 47 + fold * 70, 4.5);
        const tall = 0.32 + 0.12 * noise(x * 5 + offset, 8);
        const lower = smoothstep(-0.025, 0.03, up);
        const glow = lower * Math.exp(-Math.max(0, up) / tall / 0.5) * rays;
        const part = 0.45 + 0.55 * smoothstep(-0.4, 0.5, noise(x * 1.1 + offset * 2, 6));
        const colour = mix(light.low, light.high, smoothstep(0.05, 0.4, up));
        out.set(colour);
        out[3] = Math.max(0, Math.min(0.92, glow * part * strength));
      },
      { bottom: horizon + 0.02, step: 4 },
    );
  }

  async function addStars(): Promise<void> {
    let stars = "";
    for (let i = 0; i < 900; i++) {
      const size = 0.5 + random.next() ** 8 * 2.2;
      const x = film.width * random.next();
      const y = film.height * horizon * random.next();
      stars += `<circle cx="${n(x)}" cy="${n(y)}" r="${size.toFixed(2)}" opacity="${random.range(0.3, 1).toFixed(2)}"/>`;
    }
    await overlaySvg(film, `<g fill="#eaf2ff">${stars}</g>`);
  }

  async function addTrees(): Promise<void> {
    const start = random.range(-0.1, 0.6);
    let path = "";
    for (let i = 0; i < 24; i++) {
      const t = random.next();
      const tall = film.height * random.range(0.12, 0.3) * (1.1 - Math.abs(t - 0.5));
      path += conifer(
        random,
        film.width * (start + t * 0.5),
        film.height * random.range(1, 1.06),
        tall,
      );
    }
    await overlaySvg(film, `<path d="${path}" fill="#04090d"/>`, { blur: 0.5 });
  }
};
