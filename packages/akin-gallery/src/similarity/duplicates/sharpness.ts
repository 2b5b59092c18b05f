import type { Raster } from "../../photos/raster.js";
import { greyOf } from "../photo-grid.js";

/** Pixels looked at across and down, at most: all of a photo's 2.8 million would take 50 ms. */
const SAMPLES = 256;

/**
 * How sharp a photo is: the variance of the Laplacian (Pech-Pacheco and others, "Diatom autofocusing in brightfield
 * microscopy", 2000) of its brightness, at a grid of pixels, over the variance of the brightness there, so that
 * neither exposure nor contrast counts. To be compared between shots of one scene in one size only.
 *
 * @param raster as `decodePhoto` gives it
 * @returns 0 for an even picture, about 0.001 for a blurred and 0.1 for a crisp one
 */
export function sharpness({ rgb, width, height }: Raster): number {
  const xs = samples(width);
  const ys = samples(height);
  const laplacian = new Variance();
  const brightness = new Variance();
  for (const y of ys) {
    for (const x of xs) {
      const i = y * width + x;
      const centre = greyOf(rgb, i);
      const across = greyOf(rgb, i - 1) + greyOf(rgb, i + 1);
      const down = greyOf(rgb, i - width) + greyOf(rgb, i + width);
      laplacian.add(across + down - 4 * centre);
      brightness.add(centre);
    }
  }
  return brightness.value > 0 ? laplacian.value / brightness.value : 0;
}

/** Positions that have a pixel on each side, evenly spread. */
function samples(length: number): number[] {
  const inner = Math.max(0, length - 2);
  const count = Math.min(inner, SAMPLES);
  return Array.from({ length: count }, (_, i) => 1 + Math.floor((i * inner) / count));
}

class Variance {
  private count = 0;
  private sum = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    this.sum += value;
    this.squares += value * value;
  }

  /** 0 where rounding leaves less than a thousandth of a grey level. */
  get value(): number {
    if (this.count === 0) return 0;
    const mean = this.sum / this.count;
    const variance = this.squares / this.count - mean * mean;
    return variance > 1e-6 ? variance : 0;
  }
}
