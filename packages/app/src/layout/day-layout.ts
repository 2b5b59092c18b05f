import type { PhotoSummary } from "../album/photo-summary.js";
import { justifiedRows } from "./justified-rows.js";
import type { GridMetrics } from "./metrics.js";

export interface TileBox {
  photo: PhotoSummary;
  /** Pixels, from the left edge of the row. */
  left: number;
  width: number;
}

export interface RowBox {
  /** Pixels, from the top of the day. */
  top: number;
  height: number;
  tiles: TileBox[];
}

/** One day: its heading and its rows. Short days stand side by side. */
export interface DayBox {
  /** `YYYY-MM-DD`, null for photos without a date. */
  day: string | null;
  /** In place of the day: see Day. */
  title?: string | undefined;
  /** Pixels, from the left and the top of the chapter. */
  left: number;
  top: number;
  width: number;
  height: number;
  rows: RowBox[];
}

/** Panoramas and long screenshots are cropped to these in the grid, so that each tile can still be hit. */
const NARROWEST = 0.45;
const WIDEST = 4;

export function tileRatio({ width, height }: PhotoSummary): number {
  return Math.min(WIDEST, Math.max(NARROWEST, width / height));
}

/** The rows of a day as wide as the grid, below its heading. */
export function dayRows(photos: readonly PhotoSummary[], metrics: GridMetrics): RowBox[] {
  let top = metrics.headingHeight;
  return justifiedRows(photos.map(tileRatio), metrics).map((row) => {
    const height = Math.round(row.height);
    const tiles = tilesOf(photos.slice(row.start, row.end), row.height, metrics.gap);
    const last = tiles.at(-1);
    // Rounding adds up to a pixel or two, which would show at the right edge.
    if (row.full && last !== undefined) last.width = metrics.width - last.left;
    const box = { top, height, tiles };
    top += height + metrics.gap;
    return box;
  });
}

/** Photos side by side, on whole pixels so that their edges are sharp. */
export function tilesOf(photos: readonly PhotoSummary[], height: number, gap: number): TileBox[] {
  let exact = 0;
  return photos.map((photo) => {
    const left = Math.round(exact);
    exact += tileRatio(photo) * height;
    const width = Math.round(exact) - left;
    exact += gap;
    return { photo, left, width };
  });
}
