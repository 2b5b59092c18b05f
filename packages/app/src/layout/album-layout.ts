import type { TimelineMonth } from "akin-browser/format";
import type { GridMetrics } from "./metrics.js";
import { type LoadedBlocks, type MonthLayout, monthLayout } from "./month-layout.js";

export interface MonthBox {
  /** `YYYY-MM`, null for photos without a date. */
  month: string | null;
  /** Pixels, from the top of the grid. */
  top: number;
  layout: MonthLayout;
}

export interface AlbumLayout {
  height: number;
  months: MonthBox[];
}

export type AlbumLayouter = (loaded: LoadedBlocks, metrics: GridMetrics) => AlbumLayout;

/** Lays out the whole timeline; months that have not changed since the last time are taken from then. */
export function createAlbumLayouter(timeline: readonly TimelineMonth[]): AlbumLayouter {
  let known = new Map<TimelineMonth, { blocks: number; layout: MonthLayout }>();
  let knownMetrics: GridMetrics | undefined;

  const layoutOf = (month: TimelineMonth, loaded: LoadedBlocks, metrics: GridMetrics) => {
    // Blocks come and never go, so that their number tells whether the month has changed.
    const blocks = month.blocks.filter((block) => loaded.has(block.name)).length;
    const before = known.get(month);
    if (before?.blocks === blocks) return before.layout;
    const layout = monthLayout(month, loaded, metrics);
    known.set(month, { blocks, layout });
    return layout;
  };

  return (loaded, metrics) => {
    if (knownMetrics?.width !== metrics.width) known = new Map();
    knownMetrics = metrics;
    let top = 0;
    const months = timeline.map((month) => {
      const box = { month: month.month, top, layout: layoutOf(month, loaded, metrics) };
      top += box.layout.height;
      return box;
    });
    return { height: top, months };
  };
}

/** A stretch of the grid in pixels from its top. */
export interface Range {
  from: number;
  to: number;
}

export function overlaps(box: { top: number; height: number }, range: Range, offset = 0): boolean {
  return box.top + offset < range.to && box.top + offset + box.height > range.from;
}

/** Names of the blocks that are wanted for a stretch of the grid. */
export function missingBlocks({ months }: AlbumLayout, range: Range): string[] {
  return months.flatMap(({ top, layout }) =>
    layout.gaps.filter((gap) => overlaps(gap, range, top)).map((gap) => gap.block),
  );
}
