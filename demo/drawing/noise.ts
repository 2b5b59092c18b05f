import { createRandom } from "./random.js";

const permutation = new Uint8Array(512);
const gradientX = new Float32Array(256);
const gradientY = new Float32Array(256);
fillTables();

function fillTables(): void {
  const random = createRandom(20240607);
  const order = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i--) {
    const j = random.int(0, i);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  for (let i = 0; i < 512; i++) permutation[i] = order[i & 255] as number;
  for (let i = 0; i < 256; i++) {
    const angle = (i / 256) * 2 * Math.PI;
    gradientX[i] = Math.cos(angle);
    gradientY[i] = Math.sin(angle);
  }
}

/** Gradient noise (Perlin 2002) in about [-1, 1], one feature a unit. */
export function noise(x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const left = permutation[x0 & 255] as number;
  const right = permutation[(x0 + 1) & 255] as number;
  const row = y0 & 255;
  const a = permutation[left + row] as number;
  const b = permutation[right + row] as number;
  const c = permutation[left + row + 1] as number;
  const d = permutation[right + row + 1] as number;
  const na = (gradientX[a] as number) * fx + (gradientY[a] as number) * fy;
  const nb = (gradientX[b] as number) * (fx - 1) + (gradientY[b] as number) * fy;
  const nc = (gradientX[c] as number) * fx + (gradientY[c] as number) * (fy - 1);
  const nd = (gradientX[d] as number) * (fx - 1) + (gradientY[d] as number) * (fy - 1);
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const top = na + (nb - na) * u;
  return 1.5 * (top + (nc + (nd - nc) * u - top) * v);
}

/** Sum of octaves, each half as strong and twice as fine: clouds, stains, soil. About [-1, 1]. */
export function fbm(x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += strength * noise(x, y);
    strength *= 0.5;
    // The odd factor and the offset keep the octaves' lattices from lining up.
    x = x * 2.03 + 17.3;
    y = y * 2.03 - 9.1;
  }
  return sum;
}

/** Sharp crests and smooth valleys (Musgrave's ridged multifractal). About [0, 1]. */
export function ridged(x: number, y: number, octaves: number): number {
  let sum = 0;
  let strength = 0.55;
  let weight = 1;
  for (let i = 0; i < octaves; i++) {
    const edge = 1 - Math.abs(noise(x, y));
    const crest = edge * edge * weight;
    sum += crest * strength;
    weight = Math.min(1, crest * 1.7);
    strength *= 0.44;
    x = x * 2.07 + 31.7;
    y = y * 2.07 + 5.3;
  }
  return sum;
}

/** A number in [0, 1) for a cell of a grid, always the same for the same cell. */
export function cell(x: number, y: number): number {
  let h = Math.imul(x | 0, 374761393) + Math.imul(y | 0, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
