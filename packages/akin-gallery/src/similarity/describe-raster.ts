import { builtinEmbedding } from "akin-browser/format";
import type { Appearance } from "../database/appearances-table.js";
import type { Raster } from "../photos/raster.js";
import { colourShares } from "./colours/colour-shares.js";
import { miniature } from "./duplicates/miniature.js";
import { perceptualHash } from "./duplicates/perceptual-hash.js";
import { sharpness } from "./duplicates/sharpness.js";
import { lookVector } from "./look/look-vector.js";
import { GRID_SIZE, photoGrid } from "./photo-grid.js";

/** What tells photos from each other whatever the model. */
export interface Description {
  appearance: Omit<Appearance, "contentHash">;
  /** See `lookVector`. */
  look: Int8Array;
}

/** @param raster as `decodePhoto` gives it */
export async function describeRaster(raster: Raster): Promise<Description> {
  const { rgb, grey } = await photoGrid(raster);
  return {
    look: lookVector(builtinEmbedding(rgb, GRID_SIZE, GRID_SIZE)),
    appearance: {
      perceptualHash: perceptualHash(grey),
      sharpness: sharpness(raster),
      miniature: miniature(grey),
      colours: colourShares(rgb),
      isDamaged: raster.isDamaged ?? false,
    },
  };
}
