import { clamp, hex, mix, ramp, scale, smoothstep } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { n } from "../drawing/shapes.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { sand: "#ecd7ae", wet: "#b99a70", sea: ["#a8e4d8", "#4fc4c8", "#1f94b4", "#12688f"] },
  { sand: "#f2e2c2", wet: "#c4a680", sea: ["#b8ebdc", "#5fd0cc", "#2aa0b8", "#167496"] },
  { sand: "#e8cfa2", wet: "#b08e64", sea: ["#9cdccc", "#3fb8c0", "#1c8cb0", "#0f5c88"] },
];

const PARASOLS = [
  ["#e8503a", "#fff6ea"],
  ["#f2a93b", "#fff6ea"],
  ["#2f7fb5", "#ffffff"],
  ["#e56a86", "#fff0ea"],
  ["#3f9c8a", "#fdf6e4"],
] as const;

/** A beach seen from straight above: sand, foam, and turquoise water. */
export const drawBeach: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const offset = random.range(0, 900);
  const angle = random.range(-0.5, 0.5) + (random.chance(0.5) ? 0 : Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const place = random.range(-0.1, 0.12);
  const bay = random.range(0.12, 0.22);
  /** Distance from the water's edge; positive on the water's side. */
  const seaward = (x: number, y: number): number => {
    const u = (x - aspect / 2) * cos + (y - 0.5) * sin;
    const v = -(x - aspect / 2) * sin + (y - 0.5) * cos;
    return u - place + fbm(v * 1.3 + offset, 2.2, 3) * bay;
  };
  paintShore();
  await addParasols();

  function paintShore(): void {
    const sand = hex(light.sand);
    const wet = hex(light.wet);
    const sea = light.sea.map(hex);
    const foam = hex("#fbfefd");
    shade(film, (x, y, out) => {
      const edge = seaward(x, y);
      const lap =
        edge + noise(x * 5 + offset, y * 5) * 0.02 + noise(x * 17, y * 17 + offset) * 0.006;
      if (lap < 0.02) {
        const grain = noise(x * 190, y * 190) * 0.05 + fbm(x * 7 + offset, y * 7, 3) * 0.09;
        const prints =
          smoothstep(0.25, 0.6, noise(x * 46 + offset, y * 46)) *
          0.06 *
          smoothstep(-0.1, -0.2, lap);
        out.set(mix(wet, scale(sand, 1 + grain - prints), smoothstep(-0.045, -0.1, lap)));
        if (lap > -0.05) addFoam(out, x, y, lap, 0.02);
        return;
      }
      const swell = fbm(x * 2 + offset, y * 2, 4);
      const caustic = 1 - Math.abs(noise(x * 15 + swell * 3, y * 15 + offset)) * 2;
      const shallow = Math.exp(-edge * 4);
      const bed = ramp(sea, clamp(edge * 1.25 + swell * 0.22));
      const glint =
        smoothstep(0.45, 1, caustic) * 0.13 * shallow + noise(x * 60 + swell * 8, y * 60) * 0.025;
      const [r, g, b] = scale(bed, 1 + glint);
      out[0] = r;
      out[1] = g;
      out[2] = b;
      for (const line of [0.02, 0.11, 0.25]) addFoam(out, x, y, lap, line);
    });

    function addFoam(out: Float32Array, x: number, y: number, edge: number, line: number): void {
      const crest = line + noise(x * 2.3 + line * 90, y * 2.3 + offset) * 0.03 * (1 + line * 3);
      const behind = edge - crest;
      const width = 0.016 + line * 0.12;
      const band = smoothstep(-0.006, 0.002, behind) * smoothstep(width * 2.6, 0, behind);
      if (band <= 0) return;
      const holes =
        Math.abs(noise(x * 30 + line * 50, y * 30 + offset)) +
        Math.abs(noise(x * 64, y * 64)) * 0.5;
      const opacity = clamp(
        band * (1.25 - line * 1.6) - holes * smoothstep(0, width, behind) * 1.3,
      );
      for (let c = 0; c < 3; c++)
        out[c] = (out[c] as number) * (1 - opacity) + (foam[c] as number) * opacity;
    }
  }

  async function addParasols(): Promise<void> {
    const size = film.height * random.range(0.026, 0.036);
    let shadows = "";
    let tops = "";
    const placed: [number, number][] = [];
    for (let i = 0; i < 240 && placed.length < 26; i++) {
      const x = random.next() * aspect;
      const y = random.next();
      const edge = seaward(x, y);
      if (edge > -0.13 || placed.some(([a, b]) => Math.hypot(a - x, b - y) < 0.085)) continue;
      placed.push([x, y]);
      const [px, py] = [x * film.height, y * film.height];
      shadows += `<circle cx="${n(px + size * 0.9)}" cy="${n(py + size * 0.7)}" r="${n(size)}"/>`;
      tops += random.chance(0.8) ? parasol(px, py, size) : towel(px, py, size);
    }
    await overlaySvg(film, `<g fill="#3a2a1c">${shadows}</g>`, { blur: 3, opacity: 0.42 });
    await overlaySvg(film, tops);
  }

  function parasol(x: number, y: number, r: number): string {
    const [a, b] = random.pick(PARASOLS);
    const start = random.next() * 2;
    let svg = `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${b}"/>`;
    for (let i = 0; i < 8; i += 2) {
      const at = (k: number): string =>
        `${n(x + r * Math.cos(start + (k * Math.PI) / 4))} ${n(y + r * Math.sin(start + (k * Math.PI) / 4))}`;
      svg += `<path d="M${n(x)} ${n(y)}L${at(i)}A${n(r)} ${n(r)} 0 0 1 ${at(i + 1)}Z" fill="${a}"/>`;
    }
    return `${svg}<circle cx="${n(x + r * 0.3)}" cy="${n(y + r * 0.3)}" r="${n(r)}" fill="#000" opacity=".06"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.09)}" fill="#fff"/>`;
  }

  function towel(x: number, y: number, size: number): string {
    const [a, b] = random.pick(PARASOLS);
    const turned = `transform="rotate(${random.int(0, 180)} ${n(x)} ${n(y)})"`;
    return (
      `<g ${turned}><rect x="${n(x - size)}" y="${n(y - size * 0.5)}" width="${n(size * 2)}" height="${n(size)}" fill="${a}"/>` +
      `<rect x="${n(x - size * 0.7)}" y="${n(y - size * 0.5)}" width="${n(size * 0.25)}" height="${n(size)}" fill="${b}"/></g>`
    );
  }
};
