import { clamp } from "./colour.js";
import type { Film } from "./film.js";
import { createRandom } from "./random.js";

/** How the film becomes a photograph. */
export interface Development {
  /** 1 leaves the brightness as drawn. */
  exposure: number;
  /** Standard deviation of the grain, 0 to 1. */
  grain: number;
  /** How much darker the corners are, 0 to 1. */
  vignette: number;
  /** The grain differs by it. */
  seed: number;
}

/** Tone curve, vignette and grain; gives 8-bit red, green, blue. */
export function develop(film: Film, options: Development): Buffer {
  const { width, height, pixels } = film;
  const result = Buffer.allocUnsafe(width * height * 3);
  const curve = toneCurve();
  const grains = grainTable(options);
  const random = createRandom(options.seed);
  const corner = (width * width + height * height) / 4;
  let i = 0;
  for (let y = 0; y < height; y++) {
    const dy = y - height / 2;
    // A random start in the table for each row: the grain never lines up.
    let g = Math.floor(random.next() * grains.length);
    for (let x = 0; x < width; x++) {
      const dx = x - width / 2;
      const distance = (dx * dx + dy * dy) / corner;
      const light = options.exposure * (1 - options.vignette * distance * distance);
      g = (g + 1) % grains.length;
      const grain = grains[g] as number;
      for (let c = 0; c < 3; c++, i++) {
        const value = clamp((pixels[i] as number) * light, 0, 2);
        const toned = curve[Math.round(value * 1024)] as number;
        // Shadows and lights show less grain than the middle.
        const seen = grain * (0.35 + 2.6 * toned * (1 - toned));
        result[i] = clamp(toned + seen) * 255 + 0.5;
      }
    }
  }
  return result;
}

/** A slight S, with a shoulder that lets lights up to 2 fade to white instead of clipping. */
function toneCurve(): Float32Array {
  const curve = new Float32Array(2049);
  for (let i = 0; i <= 2048; i++) {
    const v = i / 1024;
    const rolled = v < 0.75 ? v : 0.75 + 0.25 * (1 - Math.exp(-(v - 0.75) / 0.25));
    const s = rolled * rolled * (3 - 2 * rolled);
    curve[i] = rolled * 0.75 + s * 0.25;
  }
  return curve;
}

function grainTable(options: Development): Float32Array {
  const random = createRandom(options.seed ^ 0x5bd1e995);
  const grains = new Float32Array(65521);
  let previous = 0;
  for (let i = 0; i < grains.length; i++) {
    // The sum of three uniforms is nearly normal (deviation 0.5); a little of the last one makes it film-like.
    const fresh = (random.next() + random.next() + random.next() - 1.5) * 2;
    grains[i] = (fresh + previous * 0.4) * options.grain;
    previous = fresh;
  }
  return grains;
}
