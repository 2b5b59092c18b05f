import type { TimelineBlock, TimelineMonth } from "akin-browser/format";
import { type ChapterLayout, chapterLayout, type LoadedBlocks } from "./chapter-layout.js";
import type { GroupPhotos } from "./group-by-day.js";
import type { GridMetrics } from "./metrics.js";

/** Months that are laid out together. */
export interface ChapterBox {
  /** The name of its first block. */
  name: string;
  /** Pixels, from the top of the grid. */
  top: number;
  layout: ChapterLayout;
}

export interface AlbumLayout {
  height: number;
  chapters: ChapterBox[];
}

export type AlbumLayouter = (loaded: LoadedBlocks, metrics: GridMetrics) => AlbumLayout;

/** Lays out the whole timeline; chapters that have not changed since the last time are taken from then. */
export function createAlbumLayouter(
  timeline: readonly TimelineMonth[],
  group?: GroupPhotos,
): AlbumLayouter {
  const chapters = chaptersOf(timeline);
  let known = new Map<TimelineBlock[], { blocks: number; layout: ChapterLayout }>();
  let knownMetrics: GridMetrics | undefined;

  const layoutOf = (chapter: TimelineBlock[], loaded: LoadedBlocks, metrics: GridMetrics) => {
    // Blocks come and never go, so that their number tells whether the chapter has changed.
    const blocks = chapter.filter(({ name }) => loaded.has(name)).length;
    const before = known.get(chapter);
    if (before?.blocks === blocks) return before.layout;
    const layout = chapterLayout(chapter, loaded, metrics, group);
    known.set(chapter, { blocks, layout });
    return layout;
  };

  return (loaded, metrics) => {
    if (knownMetrics?.width !== metrics.width) known = new Map();
    knownMetrics = metrics;
    let top = 0;
    const boxes = chapters.map((chapter) => {
      const layout = layoutOf(chapter, loaded, metrics);
      const box = { name: chapter[0]?.name ?? "", top, layout };
      top += layout.height;
      return box;
    });
    return { height: top, chapters: boxes };
  };
}

/** A month of fewer photos goes together with the next: each chapter ends with a line that may be half empty. */
const SMALLEST_CHAPTER = 60;

/** Months joined until they have enough photos, as their blocks. */
function chaptersOf(timeline: readonly TimelineMonth[]): TimelineBlock[][] {
  const chapters: TimelineBlock[][] = [];
  let photos = SMALLEST_CHAPTER;
  for (const month of timeline) {
    if (photos >= SMALLEST_CHAPTER || month.month === null) {
      chapters.push([]);
      photos = 0;
    }
    chapters.at(-1)?.push(...month.blocks);
    photos += month.photos;
  }
  return chapters;
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
export function missingBlocks({ chapters }: AlbumLayout, range: Range): string[] {
  return chapters.flatMap(({ top, layout }) =>
    layout.gaps.filter((gap) => overlaps(gap, range, top)).map((gap) => gap.block),
  );
}
