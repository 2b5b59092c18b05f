/** A picture in Oklab: three planes of `width * height` values, row after row. */
export interface OklabImage {
  width: number;
  height: number;
  /** Lightness, 0 to 1. */
  lightness: Float32Array;
  /** Green to red, about -0.23 to 0.28. */
  a: Float32Array;
  /** Blue to yellow, about -0.31 to 0.20. */
  b: Float32Array;
}

const CUBE_ROOT_STEPS = 4096;
const LINEAR = Float32Array.from({ length: 256 }, (_, value) => linearLight(value / 255));
const CUBE_ROOT = Float32Array.from({ length: CUBE_ROOT_STEPS + 2 }, (_, step) =>
  root(Math.min(1, step / CUBE_ROOT_STEPS), 3),
);

/**
 * Converts sRGB to Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020).
 *
 * @param rgb `width * height * 3` bytes, sRGB
 */
export function toOklab(rgb: Uint8Array, width: number, height: number): OklabImage {
  const pixels = width * height;
  const lightness = new Float32Array(pixels);
  const a = new Float32Array(pixels);
  const b = new Float32Array(pixels);
  for (let i = 0; i < pixels; i++) {
    const red = LINEAR[rgb[3 * i] ?? 0] ?? 0;
    const green = LINEAR[rgb[3 * i + 1] ?? 0] ?? 0;
    const blue = LINEAR[rgb[3 * i + 2] ?? 0] ?? 0;
    const l = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    lightness[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    a[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    b[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return { width, height, lightness, a, b };
}

/** Half as wide and high: the mean of each 2 x 2 pixels. */
export function halveOklab({ width, height, lightness, a, b }: OklabImage): OklabImage {
  const halve = (plane: Float32Array) => {
    const half = new Float32Array(plane.length / 4);
    let i = 0;
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x += 2) {
        const first = y * width + x;
        const upper = (plane[first] ?? 0) + (plane[first + 1] ?? 0);
        const lower = (plane[first + width] ?? 0) + (plane[first + width + 1] ?? 0);
        half[i++] = (upper + lower) / 4;
      }
    }
    return half;
  };
  const half = { width: width / 2, height: height / 2 };
  return { ...half, lightness: halve(lightness), a: halve(a), b: halve(b) };
}

/** Between the steps of the table; the first step is 0.06 wide, but no photo's noise tells such blacks apart. */
function cubeRoot(value: number): number {
  const position = value * CUBE_ROOT_STEPS;
  const step = Math.floor(position);
  const low = CUBE_ROOT[step] ?? 0;
  return low + (position - step) * ((CUBE_ROOT[step + 1] ?? 1) - low);
}

/** The sRGB transfer function; `x ** 2.4` as `x² * (x²)^(1/5)`, because engines may round `Math.pow` differently. */
function linearLight(value: number): number {
  if (value <= 0.04045) return value / 12.92;
  const x = (value + 0.055) / 1.055;
  return x * x * root(x * x, 5);
}

/** The `degree`-th root of a number between 0 and 1 by Newton's method, in exactly specified steps. */
function root(value: number, degree: 3 | 5): number {
  if (value === 0) return 0;
  let guess = 1;
  for (let i = 0; i < 60; i++) {
    const power = degree === 3 ? guess * guess : guess * guess * guess * guess;
    guess -= (guess - value / power) / degree;
  }
  return guess;
}
