import type { TimelineBlock } from "akin-browser/format";
import type { PhotoSummary } from "../album/photo-summary.js";
import type { DayBox } from "./day-layout.js";
import { type GroupPhotos, groupByDay } from "./group-by-day.js";
import type { GridMetrics } from "./metrics.js";
import { placeDays } from "./place-days.js";

/** The photos of the blocks that are there, by the block's name. */
export type LoadedBlocks = ReadonlyMap<string, readonly PhotoSummary[]>;

/** The place of a block that isn't there yet. */
export interface GapBox {
  block: string;
  top: number;
  height: number;
}

export interface ChapterLayout {
  height: number;
  days: DayBox[];
  gaps: GapBox[];
}

/** What photos are like on average: mostly 3:2, some upright. */
const USUAL_RATIO = 1.3;
const USUAL_PHOTOS_A_DAY = 12;

/**
 * A chapter depends on no other: no day reaches into the next. Within it a day may go on from block to block, so
 * that neighbouring blocks are laid out together.
 */
export function chapterLayout(
  blocks: readonly TimelineBlock[],
  loaded: LoadedBlocks,
  metrics: GridMetrics,
  group: GroupPhotos = groupByDay,
): ChapterLayout {
  const layout: ChapterLayout = { height: 0, days: [], gaps: [] };
  let run: PhotoSummary[] = [];
  const flush = () => {
    const { boxes, height } = placeDays(group(run), metrics);
    for (const box of boxes) layout.days.push({ ...box, top: box.top + layout.height });
    layout.height += height;
    run = [];
  };

  for (const block of blocks) {
    const photos = loaded.get(block.name);
    if (photos !== undefined) {
      run.push(...photos);
      continue;
    }
    flush();
    const height = estimatedHeight(block, metrics);
    layout.gaps.push({ block: block.name, top: layout.height, height });
    layout.height += height;
  }
  flush();
  return layout;
}

/** How high a block will be, as far as its number of photos tells. */
export function estimatedHeight({ photos }: TimelineBlock, metrics: GridMetrics): number {
  const { width, rowHeight, gap, headingHeight, dayMargin } = metrics;
  const days = Math.min(31, Math.ceil(photos / USUAL_PHOTOS_A_DAY));
  const perRow = Math.max(1, width / (USUAL_RATIO * rowHeight + gap));
  const rows = Math.max(1, Math.round(photos / perRow));
  return rows * (rowHeight + gap) + days * (headingHeight + dayMargin);
}
