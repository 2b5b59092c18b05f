import { bloom } from "../drawing/bloom.js";
import { type Colour, clamp, hex, mix, scale, smoothstep, toHex } from "../drawing/colour.js";
import { shade } from "../drawing/film.js";
import { fbm, noise } from "../drawing/noise.js";
import { overlaySvg } from "../drawing/overlay-svg.js";
import { n } from "../drawing/shapes.js";
import { type DrawScene, turn } from "./family.js";

const LIGHTS = [
  { mist: "#dfeeb8", far: "#8fb37a", near: "#16240f", leaf: "#5f8a2c", path: "#a98d62" },
  { mist: "#e9f0c4", far: "#9dba78", near: "#1b270f", leaf: "#739432", path: "#b1956a" },
  { mist: "#d4ecc8", far: "#82b088", near: "#10221a", leaf: "#4a8040", path: "#9c8864" },
];

/** The trees from far to near; lengths in picture heights, `clear` is the path's half width there. */
const LAYERS = [
  { count: 26, width: 0.009, foot: 0.015, clear: 0.03 },
  { count: 20, width: 0.013, foot: 0.025, clear: 0.05 },
  { count: 14, width: 0.02, foot: 0.045, clear: 0.1 },
  { count: 10, width: 0.032, foot: 0.09, clear: 0.2 },
  { count: 6, width: 0.055, foot: 0.17, clear: 0.34 },
  { count: 3, width: 0.1, foot: 0.5, clear: 0.55 },
] as const;

/** A path through tall trees, with the sun in the mist. */
export const drawForest: DrawScene = async (film, random, variant) => {
  const light = turn(LIGHTS, variant);
  const aspect = film.width / film.height;
  const eye = random.range(0.58, 0.66);
  const goal = aspect * random.range(0.38, 0.62);
  const offset = random.range(0, 900);
  const mist = hex(light.mist);
  const far = hex(light.far);
  const near = hex(light.near);
  paintAir();
  for (let layer = 0; layer < 5; layer++) await addTrunks(layer);
  paintGround();
  await addTrunks(5);
  paintLeaves();
  paintRays();
  bloom(film, 0.8, 80, 0.4);

  function paintAir(): void {
    const leaf = hex(light.leaf);
    shade(
      film,
      (x, y, out) => {
        const d = Math.hypot((x - goal) * 1.1, (y - eye + 0.12) * 0.9);
        const leaves = fbm(x * 5 + offset, y * 5, 5);
        const depth = smoothstep(0.05, 0.75, d + leaves * 0.25);
        out.set(mix(scale(mist, 1.02), mix(far, leaf, clamp(depth * 0.7)), depth));
      },
      { step: 2 },
    );
  }

  async function addTrunks(layer: number): Promise<void> {
    const t = layer / 5;
    const colour = mix(mix(far, mist, 0.25), near, t ** 0.7);
    const count = LAYERS[layer]?.count ?? 0;
    const width = film.height * (LAYERS[layer]?.width ?? 0);
    const foot = eye + (LAYERS[layer]?.foot ?? 0);
    const clear = LAYERS[layer]?.clear ?? 0;
    let svg = "";
    for (let i = 0; i < count; i++) {
      let x = random.range(-0.05, aspect + 0.05);
      if (Math.abs(x - goal) < clear)
        x = goal + Math.sign(x - goal || 1) * (clear + random.range(0, 0.12));
      svg += trunk(
        x * film.height,
        foot * film.height * random.range(0.99, 1.02),
        width * random.range(0.7, 1.3),
      );
    }
    const lit = toHex(mix(colour, mist, 0.28 * (1 - t * 0.5)));
    const dark = toHex(scale(colour, 0.8));
    await overlaySvg(
      film,
      `<defs><linearGradient id="t"><stop stop-color="${dark}"/><stop offset=".55" stop-color="${toHex(colour)}"/>` +
        `<stop offset="1" stop-color="${lit}"/></linearGradient></defs><g fill="url(#t)">${svg}</g>`,
      { blur: layer === 5 ? 3 : 0.6 },
    );
  }

  function trunk(x: number, foot: number, width: number): string {
    const lean = random.range(-0.03, 0.03) * film.height;
    const w = width / 2;
    const bend = random.range(-1, 1) * w;
    const top = -20;
    let path = `<path d="M${n(x - w * 1.5)} ${n(foot)}Q${n(x - w)} ${n(foot - w * 5)} ${n(x - w * 0.9 + bend)} ${n(foot / 2)}`;
    path += `L${n(x + lean - w * 0.6)} ${top}L${n(x + lean + w * 0.6)} ${top}L${n(x + w * 0.9 + bend)} ${n(foot / 2)}`;
    path += `Q${n(x + w)} ${n(foot - w * 5)} ${n(x + w * 1.5)} ${n(foot)}Z`;
    for (let i = 0; i < (width > film.height * 0.06 ? 0 : 3); i++) {
      const y = foot * random.range(0.05, 0.5);
      const side = random.chance(0.5) ? 1 : -1;
      const reach = width * random.range(2, 5) * side;
      path += `M${n(x + lean / 2)} ${n(y + w * 0.5)}Q${n(x + reach * 0.4)} ${n(y)} ${n(x + reach)} ${n(y - Math.abs(reach) * 0.5)}`;
      path += `Q${n(x + reach * 0.4)} ${n(y - w * 0.3)} ${n(x + lean / 2)} ${n(y - w * 0.5)}Z`;
    }
    return `${path}"/>`;
  }

  function paintGround(): void {
    const path = hex(light.path);
    const moss = hex(light.leaf);
    shade(
      film,
      (x, y, out) => {
        const below = y - eye - 0.012 * noise(x * 7 + offset, 2);
        if (below <= 0) {
          out[3] = 0;
          return;
        }
        const depth = 0.1 / (below + 0.008);
        const across = (x - goal) * depth;
        const along = depth * 1.4;
        const wind = Math.sin(along * 0.8 + offset) * 0.06 * Math.min(1, along * 0.25);
        const bank = Math.abs(across - wind) + noise(across * 6, along * 7 + offset) * 0.02;
        const litter = fbm(across * 34 + offset, along * 30, 4);
        const ground = mix(
          mix(near, moss, 0.55 + litter * 0.7),
          path,
          smoothstep(0.105, 0.06, bank),
        );
        // Sunlight through the leaves lies in patches.
        const sun = smoothstep(-0.05, 0.35, fbm(across * 5 + offset * 2, along * 5, 3));
        const lit = scale(ground, 0.5 + 0.55 * sun + litter * 0.45);
        const air = Math.exp(-below * 9);
        out.set(mix(lit, mix(mist, far, 0.3), air));
        out[3] = smoothstep(0, 0.02, below);
      },
      { top: eye - 0.02, step: 2 },
    );
  }

  function paintLeaves(): void {
    const leaf = hex(light.leaf);
    shade(
      film,
      (x, y, out) => {
        const edge =
          Math.max(0, 0.34 - y) * 2.1 +
          Math.max(0, Math.abs(x - goal) / aspect - 0.3) * 0.9 * (1 - y);
        const mass = fbm(x * 4 + offset, y * 4 + 9, 3) * 0.6 + edge - 0.32;
        if (mass < -0.25) {
          out[3] = 0;
          return;
        }
        const leaves = fbm(x * 34 + offset, y * 34, 3);
        const glow: Colour = scale(mix(leaf, mist, 0.35), 0.9 + leaves * 0.6);
        out.set(mix(glow, scale(leaf, 0.42 + leaves * 0.3), smoothstep(0.02, 0.4, mass)));
        out[3] = smoothstep(0.0, 0.16, mass + leaves * 0.55) * 0.94;
      },
      { bottom: 0.85, step: 2 },
    );
  }

  function paintRays(): void {
    const source = { x: goal + random.range(-0.35, 0.35), y: -0.15 };
    const warm = mix(mist, [1, 0.98, 0.8], 0.5);
    shade(
      film,
      (x, y, out) => {
        const angle = Math.atan2(x - source.x, y - source.y);
        const beam = smoothstep(
          0.0,
          0.7,
          noise(angle * 9 + offset, 3) + 0.5 * noise(angle * 23, 7 + offset),
        );
        out.set(warm);
        out[3] = 0.34 * beam * smoothstep(0, 0.35, y) * smoothstep(1, 0.45, y);
      },
      { step: 4 },
    );
  }
};
