import type { Film } from "./film.js";
import { createRandom } from "./random.js";

/** Which part of the film is printed, and how brightly. */
export interface Print {
  left: number;
  top: number;
  width: number;
  height: number;
  /** 1 leaves the brightness as drawn. */
  exposure: number;
}

/** Darkening of the corners, and standard deviation of the grain; 0 to 1. */
const VIGNETTE = 0.2;
const GRAIN = 0.02;

/** Tone curve and vignette; gives 8-bit red, green, blue. */
export function printFilm(film: Film, print: Print): Buffer {
  const { left, top, width, height } = print;
  const result = Buffer.allocUnsafe(width * height * 3);
  const { pixels } = film;
  const curve = toneCurve();
  const corner = (width * width + height * height) / 4;
  let to = 0;
  for (let y = 0; y < height; y++) {
    const dy = y - height / 2;
    let from = ((y + top) * film.width + left) * 3;
    for (let x = 0; x < width; x++) {
      const dx = x - width / 2;
      const distance = (dx * dx + dy * dy) / corner;
      const light = print.exposure * (1 - VIGNETTE * distance * distance) * 1024;
      for (let c = 0; c < 3; c++, from++, to++) {
        const value = (pixels[from] as number) * light;
        result[to] = curve[value > 0 ? Math.floor(Math.min(value, 2048)) : 0] as number;
      }
    }
  }
  return result;
}

/** A slight S, with a shoulder that lets lights up to 2 fade to white instead of clipping. */
function toneCurve(): Uint8Array {
  return Uint8Array.from({ length: 2049 }, (_, i) => {
    const v = i / 1024;
    const rolled = v < 0.75 ? v : 0.75 + 0.25 * (1 - Math.exp(-(v - 0.75) / 0.25));
    const s = rolled * rolled * (3 - 2 * rolled);
    return Math.round((rolled * 0.75 + s * 0.25) * 255);
  });
}

/** Adds grain to 8-bit red, green, blue, in place. It hides the steps of smooth gradients too. */
export function addGrain(pixels: Buffer, width: number, seed: number): void {
  const random = createRandom(seed);
  const grains = grainTable(seed);
  const rowLength = width * 3;
  // It rounds, and stops at 0 and 255.
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  for (let row = 0; row < pixels.length; row += rowLength) {
    // A random start in the table for each row: the grain never lines up.
    let g = Math.floor(random.next() * (grains.length - width));
    for (let i = row; i < row + rowLength; i += 3, g++) {
      const green = clamped[i + 1] as number;
      // Shadows and lights show less grain than the middle.
      const grain = (grains[g] as number) * (90 + (2.6 * green * (255 - green)) / 255);
      for (let c = 0; c < 3; c++) clamped[i + c] = (clamped[i + c] as number) + grain;
    }
  }
}

function grainTable(seed: number): Float32Array {
  const random = createRandom(seed ^ 0x5bd1e995);
  const grains = new Float32Array(65521);
  let previous = 0;
  for (let i = 0; i < grains.length; i++) {
    // The sum of three uniforms is nearly normal; a little of the last one clumps it as film does.
    const fresh = (random.next() + random.next() + random.next() - 1.5) * 2;
    grains[i] = (fresh + previous * 0.4) * GRAIN;
    previous = fresh;
  }
  return grains;
}
