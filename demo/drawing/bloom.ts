import { type Film, shade } from "./film.js";

const SHRINK = 8;

/** Lets bright parts glow into their surroundings, as a lens does. `radius` is in thousandths of the shorter side. */
export function bloom(film: Film, threshold: number, radius: number, strength: number): void {
  const width = Math.ceil(film.width / SHRINK);
  const height = Math.ceil(film.height / SHRINK);
  let light = brightParts(film, width, height, threshold);
  const reach = Math.max(
    1,
    Math.round((radius * Math.min(film.width, film.height)) / 1000 / SHRINK),
  );
  // Three box blurs come close to a Gaussian.
  for (let i = 0; i < 3; i++) {
    light = boxBlur(light, width, height, reach, 3, width * 3);
    light = boxBlur(light, height, width, reach, width * 3, 3);
  }
  addBack(film, light, width, height, strength);
}

function brightParts(film: Film, width: number, height: number, threshold: number): Float32Array {
  const light = new Float32Array(width * height * 3);
  for (let y = 0; y < film.height; y++) {
    const row = Math.floor(y / SHRINK) * width;
    for (let x = 0; x < film.width; x++) {
      const from = (y * film.width + x) * 3;
      const to = (row + Math.floor(x / SHRINK)) * 3;
      for (let c = 0; c < 3; c++) {
        const above = (film.pixels[from + c] as number) - threshold;
        if (above > 0) light[to + c] = (light[to + c] as number) + above / (SHRINK * SHRINK);
      }
    }
  }
  return light;
}

/** Blurs along one direction: `length` samples `step` apart, on `lines` lines `lineStep` apart. */
function boxBlur(
  source: Float32Array,
  length: number,
  lines: number,
  reach: number,
  step: number,
  lineStep: number,
): Float32Array {
  const result = new Float32Array(source.length);
  const share = 1 / (2 * reach + 1);
  for (let line = 0; line < lines; line++) {
    for (let c = 0; c < 3; c++) {
      const start = line * lineStep + c;
      const at = (i: number): number =>
        source[start + (i < 0 ? 0 : i >= length ? length - 1 : i) * step] as number;
      let sum = 0;
      for (let i = -reach; i <= reach; i++) sum += at(i);
      for (let i = 0; i < length; i++) {
        result[start + i * step] = sum * share;
        sum += at(i + reach + 1) - at(i - reach);
      }
    }
  }
  return result;
}

function addBack(
  film: Film,
  light: Float32Array,
  width: number,
  height: number,
  strength: number,
): void {
  const { pixels } = film;
  const enlarged = {
    width: film.width,
    height: film.height,
    pixels: new Float32Array(pixels.length),
  };
  shade(
    enlarged,
    (x, y, out) => {
      const i = Math.min(width - 1, Math.floor((x * film.height) / SHRINK));
      const j = Math.min(height - 1, Math.floor((y * film.height) / SHRINK));
      const at = (j * width + i) * 3;
      out[0] = light[at] as number;
      out[1] = light[at + 1] as number;
      out[2] = light[at + 2] as number;
    },
    { step: SHRINK },
  );
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = (pixels[i] as number) + (enlarged.pixels[i] as number) * strength;
  }
}
