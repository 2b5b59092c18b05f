/** Rows of `width` pixels, three values of 0 to 255 each, or columns of them: `before * length * after` values. */
interface Values {
  data: Uint8ClampedArray;
  /** How many times all that follows is repeated. */
  before: number;
  /** Along the side that is made shorter. */
  length: number;
  /** Values that belong to one place on that side. */
  after: number;
}

/**
 * Squashes a picture into a square as libvips 8.18 does for a gallery's vectors, to the bit, so that a picture has the
 * vector here that it has there: first its height, then its width, each by the mean of whole pixels down to twice to four
 * times its size, and then by Lanczos's filter. Browsers each have their own way, and the descriptor's texture sees it.
 *
 * @param rgb `width * height * 3` bytes @returns `size * size * 3` bytes
 */
export function shrink(
  rgb: Uint8ClampedArray,
  width: number,
  height: number,
  size: number,
): Uint8Array {
  const lower = shorten({ data: rgb, before: 1, length: height, after: 3 * width }, size);
  const square = shorten({ data: lower, before: size, length: width, after: 3 }, size);
  return new Uint8Array(square.buffer);
}

function shorten(values: Values, size: number): Uint8ClampedArray {
  const box = Math.max(1, Math.floor(values.length / (2 * size)));
  const means = box === 1 ? values : boxMeans(values, box);
  return lanczos(means, size, values.length / size / box);
}

/** The mean of each `box` neighbours; beyond the edge the last one counts again. Divided as libvips does: not exactly. */
function boxMeans({ data, before, length, after }: Values, box: number): Values {
  const boxes = Math.ceil(length / box);
  const means = new Uint8ClampedArray(before * boxes * after);
  const sums = new Uint32Array(after);
  const divisor = Math.floor(2 ** 24 / box);
  for (let at = 0; at < before * boxes; at++) {
    const first = (at % boxes) * box;
    const start = Math.floor(at / boxes) * length;
    sums.fill(Math.floor(box / 2));
    for (let place = first; place < first + box; place++) {
      const from = (start + Math.min(place, length - 1)) * after;
      for (let i = 0; i < after; i++) sums[i] = (sums[i] ?? 0) + (data[from + i] ?? 0);
    }
    for (let i = 0; i < after; i++) {
      means[at * after + i] = Math.floor(((sums[i] ?? 0) * divisor) / 2 ** 24);
    }
  }
  return { data: means, before, length: boxes, after };
}

/** @param scale how many old places go into a new one */
function lanczos(values: Values, size: number, scale: number): Uint8ClampedArray {
  const { data, before, length, after } = values;
  const filters = Array.from({ length: size }, (_, at) => filterAt(at, scale));
  const result = new Uint8ClampedArray(before * size * after);
  const sums = new Int32Array(after);
  for (let at = 0; at < before * size; at++) {
    const start = Math.floor(at / size) * length;
    sums.fill(UNIT / 2);
    for (const { place, weight } of filters[at % size] ?? []) {
      const from = (start + Math.min(Math.max(place, 0), length - 1)) * after;
      for (let i = 0; i < after; i++) sums[i] = (sums[i] ?? 0) + weight * (data[from + i] ?? 0);
    }
    for (let i = 0; i < after; i++) result[at * after + i] = Math.floor((sums[i] ?? 0) / UNIT);
  }
  return result;
}

const LOBES = 3;
/** Weights are whole numbers: this is 1. */
const UNIT = 4096;
/** libvips has filters made for so many places between two pixels, and takes the nearest. */
const STEPS = 64;

/** Which old places go into a new one, with weights that add up to nearly 1. */
function filterAt(at: number, scale: number): { place: number; weight: number }[] {
  const stretch = Math.max(1, scale);
  const exact = (at + 0.5) * scale;
  const whole = Math.floor(exact);
  const step = (Math.floor((exact - whole) * STEPS * 2) + 1) >> 1;
  const centre = whole + step / STEPS - 0.5;
  const reach = Math.round(LOBES * stretch);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, tap) => {
    const place = whole + tap - reach;
    return { place, weight: lanczosAt((place - centre) / stretch) };
  });
  const sum = taps.reduce((total, { weight }) => total + weight, 0);
  return taps.map(({ place, weight }) => ({ place, weight: Math.trunc((UNIT * weight) / sum) }));
}

function lanczosAt(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) > LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}
