import type { AlbumLayout } from "./album-layout.js";
import { findTile, type Line, linesOfMonth } from "./lines.js";

/** What stands at a height of the grid, so that it can be found again when the grid has changed around it. */
export type ScrollAnchor =
  | { kind: "photo"; id: number; offset: number }
  | { kind: "gap"; block: string; fraction: number };

/** @param y pixels from the top of the grid */
export function anchorAt(layout: AlbumLayout, y: number): ScrollAnchor | undefined {
  const month = layout.months.find(({ top, layout: { height } }) => top + height > y);
  if (month === undefined) return undefined;
  const gap = month.layout.gaps.find(
    ({ top, height }) => month.top + top <= y && month.top + top + height > y,
  );
  if (gap !== undefined) {
    return { kind: "gap", block: gap.block, fraction: (y - month.top - gap.top) / gap.height };
  }
  const line = linesOfMonth(month).find(({ top, height }) => top + height > y);
  const first = line?.tiles[0];
  if (line === undefined || first === undefined) return undefined;
  return { kind: "photo", id: first.photo.id, offset: y - line.top };
}

/**
 * Where the anchor is now, in pixels from the top of the grid.
 *
 * @param photosOf the ids of a block that has come in the meantime
 */
export function anchorTop(
  layout: AlbumLayout,
  anchor: ScrollAnchor,
  photosOf: (block: string) => readonly number[],
): number | undefined {
  if (anchor.kind === "photo") {
    const placed = findTile(layout, anchor.id);
    return placed && placed.line.top + Math.min(anchor.offset, placed.line.height);
  }
  for (const { top, layout: month } of layout.months) {
    const gap = month.gaps.find(({ block }) => block === anchor.block);
    if (gap !== undefined) return top + gap.top + anchor.fraction * gap.height;
  }
  const ids = photosOf(anchor.block);
  const first = lineOf(layout, ids[0]);
  const last = lineOf(layout, ids.at(-1));
  if (first === undefined || last === undefined) return undefined;
  return first.top + anchor.fraction * (last.top + last.height - first.top);
}

function lineOf(layout: AlbumLayout, id: number | undefined): Line | undefined {
  return id === undefined ? undefined : findTile(layout, id)?.line;
}
