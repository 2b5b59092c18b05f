import { BUILTIN_INPUT_SIZE } from "akin-browser/format";
import { pictureOf, type Raster, rasterise } from "../photos/raster.js";

/** Width and height of the grid: what `builtin` takes, so that one small raster serves all that is made of it. */
export const GRID_SIZE = BUILTIN_INPUT_SIZE;

/** A photo squashed into a small square. */
export interface PhotoGrid {
  /** `GRID_SIZE * GRID_SIZE * 3` bytes, sRGB, row after row. */
  rgb: Uint8Array;
  /** Its brightness, 0 to 255, row after row. */
  grey: Float32Array;
}

/** @param raster as `decodePhoto` gives it */
export async function photoGrid(raster: Raster): Promise<PhotoGrid> {
  const picture = pictureOf(raster).resize(GRID_SIZE, GRID_SIZE, { fit: "fill" });
  const { rgb } = await rasterise(picture);
  const grey = Float32Array.from({ length: GRID_SIZE * GRID_SIZE }, (_, i) => greyOf(rgb, i));
  return { rgb, grey };
}

/** Brightness of a pixel (ITU-R BT.601), 0 to 255. */
export function greyOf(rgb: Uint8Array, pixel: number): number {
  const i = pixel * 3;
  return 0.299 * (rgb[i] ?? 0) + 0.587 * (rgb[i + 1] ?? 0) + 0.114 * (rgb[i + 2] ?? 0);
}
