import type { AlbumLayout } from "./album-layout.js";
import { findTile, linesOf } from "./lines.js";

export type Step = "left" | "right" | "up" | "down";

/**
 * The photo that an arrow key goes to: left and right in the album's order, up and down to the nearest one.
 *
 * @returns undefined at the end, and at photos that have not come yet
 */
export function stepFocus(layout: AlbumLayout, id: number, step: Step): number | undefined {
  const placed = findTile(layout, id);
  if (placed === undefined) return undefined;
  const lines = linesOf(layout);
  if (step === "left" || step === "right") {
    const tiles = lines.flatMap((line) => line.tiles);
    const at = tiles.findIndex((tile) => tile.photo.id === id);
    return tiles[at + (step === "right" ? 1 : -1)]?.photo.id;
  }
  const at = lines.findIndex((line) => line.top === placed.line.top);
  const target = lines[at + (step === "down" ? 1 : -1)];
  const middle = placed.tile.left + placed.tile.width / 2;
  const distance = (tile: { left: number; width: number }) =>
    Math.max(tile.left - middle, middle - tile.left - tile.width, 0);
  return target?.tiles.toSorted((a, b) => distance(a) - distance(b))[0]?.photo.id;
}
