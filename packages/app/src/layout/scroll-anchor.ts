import type { AlbumLayout } from "./album-layout.js";
import { findTile, type Line, linesOfChapter } from "./lines.js";

/** What stands at a height of the grid, so that it can be found again when the grid has changed around it. */
export type ScrollAnchor = { kind: "photo"; id: number; offset: number } | BlockAnchor;

/** A place within a block, whether it is there or not. */
export interface BlockAnchor {
  kind: "block";
  block: string;
  /** From 0 at its top to 1 at its bottom. */
  fraction: number;
}

/** @param y pixels from the top of the grid */
export function anchorAt(layout: AlbumLayout, y: number): ScrollAnchor | undefined {
  const chapter = layout.chapters.find(({ top, layout: { height } }) => top + height > y);
  if (chapter === undefined) return undefined;
  const gap = chapter.layout.gaps.find(
    ({ top, height }) => chapter.top + top <= y && chapter.top + top + height > y,
  );
  if (gap !== undefined) {
    return { kind: "block", block: gap.block, fraction: (y - chapter.top - gap.top) / gap.height };
  }
  const line = linesOfChapter(chapter).find(({ top, height }) => top + height > y);
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
  for (const { top, layout: chapter } of layout.chapters) {
    const gap = chapter.gaps.find(({ block }) => block === anchor.block);
    if (gap !== undefined) return top + gap.top + anchor.fraction * gap.height;
  }
  const extent = extentOf(layout, photosOf(anchor.block));
  return extent && extent.top + anchor.fraction * extent.height;
}

/**
 * The same place in a form that still holds when nothing has been loaded yet.
 *
 * @param ids the photos of the block that stands at `y`
 */
export function blockAnchorAt(
  layout: AlbumLayout,
  y: number,
  block: string,
  ids: readonly number[],
): BlockAnchor | undefined {
  const extent = extentOf(layout, ids);
  return extent && { kind: "block", block, fraction: (y - extent.top) / extent.height };
}

function extentOf(layout: AlbumLayout, ids: readonly number[]) {
  const first = lineOf(layout, ids[0]);
  const last = lineOf(layout, ids.at(-1));
  if (first === undefined || last === undefined) return undefined;
  return { top: first.top, height: last.top + last.height - first.top };
}

function lineOf(layout: AlbumLayout, id: number | undefined): Line | undefined {
  return id === undefined ? undefined : findTile(layout, id)?.line;
}
