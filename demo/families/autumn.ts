import { bloom } from "../drawing/bloom.js";
import { hex, mix, ramp, scale, toHex } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { bokeh, n } from "../drawing/shapes.js";
import { type DrawScene, turn } from "./family.js";

const PALETTES = [
  { air: ["#7a3a12", "#d8862e", "#ffdf8c"], leaves: ["#c8321c", "#e4641e", "#f2932a", "#f8bf42"] },
  { air: ["#6a2a10", "#c8641e", "#ffcf70"], leaves: ["#a82418", "#d84a1c", "#ee7d24", "#f6aa38"] },
  { air: ["#6e5212", "#d0a02c", "#fff0a0"], leaves: ["#d07a18", "#eca024", "#f8c440", "#d84e20"] },
];

/** A maple leaf of size 1, its stalk at the origin, pointing up. */
const LEAF =
  "M0 0L.03-.2L.3-.1L.26-.22L.55-.34L.47-.42L.52-.56L.36-.54L.32-.64L.16-.5L.24-.8L.13-.76L0-1L-.13-.76L-.24-.8L-.16-.5L-.32-.64L-.36-.54L-.52-.56L-.47-.42L-.55-.34L-.26-.22L-.3-.1L-.03-.2Z";
const VEINS =
  "M0 .22V-.9M0-.2L.42-.47M0-.2L-.42-.47M0-.16L.36-.2M0-.16L-.36-.2M0-.45L.17-.68M0-.45L-.17-.68";

/** Maple leaves against the light, in layers from blurred to sharp. */
export const drawAutumn: DrawScene = async (film, random, variant) => {
  const palette = turn(PALETTES, variant);
  const { width, height } = film;
  const unit = Math.min(width, height);
  const offset = random.range(0, 900);
  const air = palette.air.map(hex);
  const sun = { x: (width / height) * random.next(), y: random.range(0, 0.35) };
  shade(
    film,
    (x, y, out) => {
      const light = 1.05 - Math.hypot(x - sun.x, y - sun.y) * 0.8;
      out.set(ramp(air, light + fbm(x * 2 + offset, y * 2, 3) * 0.5));
    },
    { step: 6 },
  );
  const discs = bokeh(
    random,
    60,
    { x: 0, y: 0, width, height: height * 0.9 },
    [unit * 0.015, unit * 0.055],
    ["#fff2b8", "#ffd870", "#ffb04a"],
  );
  await overlaySvg(film, discs, { blend: "screen", blur: 2 });
  await overlaySvg(film, leaves(26, [0.13, 0.22], 0.62), { blur: 15, opacity: 0.85 });
  await overlaySvg(film, leaves(18, [0.16, 0.24], 0.8), { blur: 6, opacity: 0.95 });
  const branch = { y: height * random.range(0.12, 0.3), fall: random.range(0.1, 0.3) * height };
  await overlaySvg(film, twig(), { blur: 1 });
  await overlaySvg(film, leaves(random.int(11, 15), [0.2, 0.3], 1, true), { blur: 0.5 });
  await overlaySvg(film, leaves(2, [0.45, 0.6], 0.75), { blur: 26, opacity: 0.9 });
  bloom(film, 0.9, 50, 0.4);

  function twig(): string {
    const line = `M-20 ${n(branch.y)}Q${n(width * 0.45)} ${n(branch.y + branch.fall * 0.2)} ${n(width + 20)} ${n(branch.y + branch.fall)}`;
    return `<path d="${line}" stroke="#3a2014" stroke-width="${n(unit * 0.012)}" fill="none"/><path d="${line}" stroke="#8a5a34" stroke-width="${n(unit * 0.003)}" fill="none" transform="translate(0 -2)"/>`;
  }

  function leaves(
    count: number,
    sizes: readonly [number, number],
    light: number,
    hanging = false,
  ): string {
    const tones = palette.leaves.map((code) => scale(hex(code), light));
    const gradients = tones
      .map(
        (tone, i) =>
          `<radialGradient id="l${i}" cx=".5" cy=".7" r=".8"><stop stop-color="${toHex(mix(tone, [1, 0.86, 0.45], 0.45))}"/><stop offset=".5" stop-color="${toHex(tone)}"/><stop offset="1" stop-color="${toHex(scale(tone, 0.72))}"/></radialGradient>`,
      )
      .join("");
    let svg = "";
    for (let i = 0; i < count; i++) {
      const t = (i + random.next()) / count;
      const size = unit * random.range(sizes[0], sizes[1]);
      const x = hanging ? width * t : width * random.next();
      const y = hanging
        ? branch.y + branch.fall * t * t + size * random.range(0, 1.1)
        : height * random.next();
      // Hanging leaves point down, more or less.
      const angle = hanging ? 180 + random.range(-55, 55) : random.range(0, 360);
      const narrow = random.range(0.7, 1.05);
      svg +=
        `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)}) scale(${n(size * narrow)} ${n(size)})">` +
        `<path d="${LEAF}" fill="url(#l${random.int(0, tones.length - 1)})"/>` +
        `<path d="${VEINS}" stroke="#5a1a0c" stroke-opacity=".45" stroke-width=".012" fill="none"/></g>`;
    }
    return `<defs>${gradients}</defs>${svg}`;
  }
};
