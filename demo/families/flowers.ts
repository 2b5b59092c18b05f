import { type Colour, hex, mix, scale, toHex } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { bokeh, n } from "../drawing/shapes.js";
import { type DrawScene, turn } from "./family.js";

interface Bloom {
  petal: string;
  deep: string;
  tip: string;
  heart: readonly [string, string];
  rings: number;
  petals: number;
  /** Width of a petal as a part of its length. */
  wide: number;
  /** Size of the heart as a part of the flower. */
  eye: number;
}

const BLOOMS: readonly Bloom[] = [
  {
    petal: "#f0639a",
    deep: "#a81f5c",
    tip: "#ffc4dc",
    heart: ["#ffd65c", "#b06a18"],
    rings: 7,
    petals: 17,
    wide: 0.4,
    eye: 0.1,
  },
  {
    petal: "#fff4f6",
    deep: "#e4b4c8",
    tip: "#ffffff",
    heart: ["#ffd23f", "#d08a12"],
    rings: 2,
    petals: 21,
    wide: 0.24,
    eye: 0.24,
  },
  {
    petal: "#e0405a",
    deep: "#7c1030",
    tip: "#ff9aa6",
    heart: ["#ffcf6a", "#7a3014"],
    rings: 6,
    petals: 15,
    wide: 0.46,
    eye: 0.12,
  },
  {
    petal: "#f8a8c8",
    deep: "#c8508c",
    tip: "#ffe6f0",
    heart: ["#ffe27a", "#c07a20"],
    rings: 4,
    petals: 13,
    wide: 0.5,
    eye: 0.16,
  },
  {
    petal: "#d05ac0",
    deep: "#70206e",
    tip: "#f6b8ee",
    heart: ["#ffd25e", "#a0601a"],
    rings: 5,
    petals: 19,
    wide: 0.34,
    eye: 0.14,
  },
];

/** One flower, close: everything behind it is out of focus. */
export const drawFlower: DrawScene = async (film, random, variant) => {
  const flower = turn(BLOOMS, variant);
  const { width, height } = film;
  const unit = Math.min(width, height);
  const offset = random.range(0, 900);
  const green = [hex("#24401e"), hex("#58833a"), hex("#a6bd62")] as const;
  paintGarden();
  const spots = bokeh(
    random,
    46,
    { x: 0, y: 0, width, height },
    [unit * 0.02, unit * 0.07],
    ["#dff0a0", "#fff6c8", "#a8d078", flower.tip],
  );
  await overlaySvg(film, spots, { blend: "screen", blur: 3 });
  const companions = random.int(2, 4);
  for (let i = 0; i < companions; i++) {
    const [x, y] = [width * random.next(), height * random.range(0.05, 0.95)];
    await overlaySvg(film, blossom(x, y, unit * random.range(0.1, 0.17), 0.55), {
      blur: random.range(12, 20),
      opacity: 0.85,
    });
  }
  const x = width * random.range(0.4, 0.6);
  const y = height * random.range(0.42, 0.54);
  const size = unit * random.range(0.36, 0.44);
  await overlaySvg(film, stem(x, y), { blur: 4 });
  await overlaySvg(film, blossom(x, y, size, 1), { blur: 0.5 });

  function paintGarden(): void {
    shade(
      film,
      (px, py, out) => {
        const soft = 0.5 + fbm(px * 1.5 + offset, py * 1.5, 2) * 1.3;
        const far = 0.5 + fbm(px * 2.4 + offset, py * 2.4 + 50, 2);
        const leaf =
          soft < 0.5 ? mix(green[0], green[1], soft * 2) : mix(green[1], green[2], soft - 0.5);
        out.set(mix(leaf, hex(flower.petal), Math.max(0, far - 0.62) * 0.7));
      },
      { step: 8 },
    );
  }

  function stem(sx: number, sy: number): string {
    const lean = random.range(-0.12, 0.12) * width;
    const end = `${n(sx + lean)} ${n(height + 20)}`;
    const w = n(unit * 0.028);
    return (
      `<path d="M${n(sx)} ${n(sy)}Q${n(sx)} ${n(sy + unit * 0.4)} ${end}" stroke="#34541f" stroke-width="${w}" fill="none"/>` +
      `<path d="M${n(sx + 4)} ${n(sy)}Q${n(sx + 5)} ${n(sy + unit * 0.4)} ${end}" stroke="#7ea048" stroke-width="${n(unit * 0.008)}" fill="none"/>`
    );
  }

  function blossom(cx: number, cy: number, radius: number, light: number): string {
    const tilt = random.range(0.8, 0.95);
    const lean = random.range(-25, 25);
    const petal = scale(hex(flower.petal), 0.4 + light * 0.6);
    let body = "";
    for (let ring = 0; ring < flower.rings; ring++) {
      const inner = ring / Math.max(1, flower.rings);
      const length = radius * (1 - inner * (0.84 - flower.eye));
      const count = Math.max(8, Math.round(flower.petals * (1 - inner * 0.25)));
      for (let i = 0; i < count; i++) {
        const angle =
          (360 * (i + (ring % 2) * 0.5)) / count +
          random.range(-3, 3) * (flower.rings > 3 ? 0.6 : 1.6);
        const reach = length * random.range(0.93, 1.04);
        body += onePetal(
          angle,
          reach,
          reach * flower.wide * (1 + inner * 0.25),
          `p${ring}${i % 3}`,
        );
      }
    }
    const gradients = Array.from({ length: flower.rings * 3 }, (_, i) =>
      gradient(Math.floor(i / 3), i % 3, petal),
    ).join("");
    return (
      `<defs>${gradients}<radialGradient id="h"><stop stop-color="${flower.heart[1]}"/><stop offset=".55" stop-color="${flower.heart[0]}"/><stop offset="1" stop-color="${flower.heart[1]}"/></radialGradient>` +
      `<radialGradient id="s"><stop offset=".3" stop-color="#2a0818" stop-opacity=".55"/><stop offset="1" stop-color="#2a0818" stop-opacity="0"/></radialGradient></defs>` +
      `<g transform="translate(${n(cx)} ${n(cy)}) rotate(${n(lean)}) scale(1 ${tilt.toFixed(2)})">${body}` +
      `<circle r="${n(radius * flower.eye * 1.9)}" fill="url(#s)"/>${heart(radius * flower.eye)}</g>`
    );
  }

  /** A petal pointing right, turned by `angle` degrees, with a fold along its middle. */
  function onePetal(angle: number, length: number, width: number, fill: string): string {
    const w = width / 2;
    const shape = `M0 0C${n(length * 0.3)} ${n(-w * 0.7)} ${n(length * 0.62)} ${n(-w * 1.25)} ${n(length * 0.95)} ${n(-w * 0.28)}Q${n(length * 1.02)} 0 ${n(length * 0.95)} ${n(w * 0.28)}C${n(length * 0.62)} ${n(w * 1.25)} ${n(length * 0.3)} ${n(w * 0.7)} 0 0Z`;
    const fold = `M${n(length * 0.2)} 0Q${n(length * 0.6)} ${n(w * 0.2)} ${n(length * 0.92)} 0`;
    const veins = `M${n(length * 0.25)} ${n(-w * 0.25)}Q${n(length * 0.6)} ${n(-w * 0.6)} ${n(length * 0.88)} ${n(-w * 0.3)}M${n(length * 0.25)} ${n(w * 0.25)}Q${n(length * 0.6)} ${n(w * 0.6)} ${n(length * 0.88)} ${n(w * 0.3)}`;
    return (
      `<g transform="rotate(${n(angle)})"><path d="${shape}" transform="translate(0 ${n(w * 0.16)})" fill="${flower.deep}" opacity=".4"/>` +
      `<path d="${shape}" fill="url(#${fill})"/>` +
      `<path d="${fold}" stroke="${flower.deep}" stroke-opacity=".35" stroke-width="${n(w * 0.09)}" fill="none"/>` +
      `<path d="${veins}" stroke="${flower.tip}" stroke-opacity=".3" stroke-width="${n(w * 0.07)}" fill="none"/></g>`
    );
  }

  function gradient(ring: number, tone: number, petal: Colour): string {
    const light = 0.84 + tone * 0.1 + (ring / flower.rings) * 0.08;
    const base = toHex(mix(scale(hex(flower.deep), light), petal, 0.12));
    const middle = toHex(scale(petal, light));
    const tip = toHex(mix(scale(petal, light), hex(flower.tip), 0.7));
    return `<linearGradient id="p${ring}${tone}"><stop stop-color="${base}"/><stop offset=".55" stop-color="${middle}"/><stop offset="1" stop-color="${tip}"/></linearGradient>`;
  }

  /** Florets in the golden angle's spiral. */
  function heart(radius: number): string {
    let svg = `<circle r="${n(radius)}" fill="url(#h)"/>`;
    const count = 150;
    for (let i = 0; i < count; i++) {
      const r = radius * Math.sqrt(i / count);
      const a = i * 2.39996;
      const fill = i % 3 === 0 ? flower.heart[1] : flower.heart[0];
      svg += `<circle cx="${n(r * Math.cos(a))}" cy="${n(r * Math.sin(a))}" r="${n(radius * 0.055)}" fill="${fill}" opacity=".85"/>`;
    }
    return svg;
  }
};
