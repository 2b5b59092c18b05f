import type { PixelSize, ResizeKernel } from "./preprocessing.js";

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
 * Makes a picture of another size as libvips 8.18 does for a gallery's vectors, so that a picture has the vector in a
 * browser that it has there. Where it becomes smaller it is the same but for a rounding here and there: first its height,
 * then its width, each by the mean of whole pixels down to twice to four times its size, and then by the kernel. Browsers
 * each have their own way, and texture shows it.
 *
 * @param picture `rgb` has `width * height * 3` bytes
 * @returns as many bytes as `size` asks for
 */
export function resizePixels(
  { rgb, width, height }: PixelSize & { rgb: Uint8ClampedArray },
  size: PixelSize,
  kernel: ResizeKernel,
): Uint8Array {
  const rows = { data: rgb, before: 1, length: height, after: 3 * width };
  const lower = resizeSide(rows, size.height, kernel);
  const columns = { data: lower, before: size.height, length: width, after: 3 };
  return new Uint8Array(resizeSide(columns, size.width, kernel).buffer);
}

function resizeSide(values: Values, size: number, kernel: ResizeKernel): Uint8ClampedArray {
  const { data, length } = values;
  if (length === size) return new Uint8ClampedArray(data);
  const box = kernel === "nearest" ? 1 : Math.max(1, Math.floor(length / (2 * size)));
  const means = box === 1 ? values : boxMeans(values, box);
  // libvips has no larger kernel for what becomes larger.
  const used = kernel === "lanczos3" && length < size ? "cubic" : kernel;
  return filtered(means, size, length / size / box, used);
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
function filtered(
  values: Values,
  size: number,
  scale: number,
  kernel: ResizeKernel,
): Uint8ClampedArray {
  const { data, before, length, after } = values;
  const filters = Array.from({ length: size }, (_, at) => filterAt(at, scale, kernel));
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

/** Weights are whole numbers: this is 1. */
const UNIT = 4096;
/** libvips has filters made for so many places between two pixels, and takes the nearest. */
const STEPS = 64;

/** Which old places go into a new one, with weights that add up to nearly 1. */
function filterAt(
  at: number,
  scale: number,
  kernel: ResizeKernel,
): { place: number; weight: number }[] {
  const stretch = Math.max(1, scale);
  // libvips takes what becomes larger from half a new pixel before its middle.
  const exact = (scale < 1 ? at : at + 0.5) * scale;
  const whole = Math.floor(exact);
  const step = (Math.floor((exact - whole) * STEPS * 2) + 1) >> 1;
  const centre = whole + step / STEPS - 0.5;
  const { radius, weightAt } = KERNELS[kernel];
  const reach = Math.round(radius * stretch);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, tap) => {
    const place = whole + tap - reach;
    return { place, weight: weightAt((place - centre) / stretch) };
  });
  const sum = taps.reduce((total, { weight }) => total + weight, 0);
  return taps.map(({ place, weight }) => ({ place, weight: Math.trunc((UNIT * weight) / sum) }));
}

/** How far each kernel reaches, and what it makes of a distance, in places. */
const KERNELS: Record<ResizeKernel, { radius: number; weightAt: (x: number) => number }> = {
  nearest: { radius: 0, weightAt: () => 1 },
  linear: { radius: 1, weightAt: (x) => Math.max(0, 1 - Math.abs(x)) },
  cubic: { radius: 2, weightAt: catmullRomAt },
  lanczos3: { radius: 3, weightAt: lanczosAt },
};

function catmullRomAt(x: number): number {
  const far = Math.abs(x);
  if (far <= 1) return (1.5 * far - 2.5) * far * far + 1;
  return far <= 2 ? ((-0.5 * far + 2.5) * far - 4) * far + 2 : 0;
}

function lanczosAt(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) > 3) return 0;
  const angle = Math.PI * x;
  return (3 * Math.sin(angle) * Math.sin(angle / 3)) / (angle * angle);
}
