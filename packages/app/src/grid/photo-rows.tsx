import { useMemo, useRef, useSyncExternalStore } from "react";
import type { GridBlocks } from "../album/grid-blocks.js";
import { type AlbumLayout, createAlbumLayouter, overlaps } from "../layout/album-layout.js";
import type { GroupPhotos } from "../layout/group-by-day.js";
import { findTile, linesOfChapter } from "../layout/lines.js";
import { gridMetrics } from "../layout/metrics.js";
import { useContentHeight } from "../scroll/use-content-height.js";
import { Scrubber } from "../scrubber/scrubber.js";
import { Chapter } from "./chapter.js";
import styles from "./photo-rows.module.css";
import { useGridFocus } from "./use-grid-focus.js";
import { useGridTop } from "./use-grid-top.js";
import { useKeptPlace } from "./use-kept-place.js";
import { useMissingBlocks } from "./use-missing-blocks.js";
import { type RenderRange, useRenderRange } from "./use-render-range.js";
import { useReturnToTile } from "./use-return-to-tile.js";
import { useScrollAnchor } from "./use-scroll-anchor.js";
import { useWidth } from "./use-width.js";

interface PhotoRowsProps {
  /** The photos; those of another search need other rows (`key`). */
  blocks: GridBlocks;
  isPhotoOpen: boolean;
  /** Default: by day. The same function as long as the photos are the same. */
  group?: GroupPhotos | undefined;
}

/** Photos in rows, below whatever the page has before them. Of any number of them only the rows near the viewport are in the page. */
export function PhotoRows({ blocks, isPhotoOpen, group }: PhotoRowsProps) {
  const ref = useRef<HTMLDivElement>(null);
  const gridTop = useGridTop(ref);
  const layout = useGridLayout(blocks, useWidth(ref), group);
  const range = useRenderRange(gridTop);
  const { height, shift } = useContentHeight(layout.height);
  const { focused, focusTile, handlers } = useGridFocus(blocks, layout, gridTop);
  useMissingBlocks(blocks, layout, range.rendered);
  useScrollAnchor(blocks, layout, gridTop);
  useKeptPlace(blocks, layout, gridTop);
  useReturnToTile(layout, gridTop, isPhotoOpen, focusTile);

  // The focused tile stays in the page however far one scrolls, or the focus would be lost.
  const pinned = focused === null ? undefined : findTile(layout, focused)?.line;
  const ranges = [range.rendered];
  if (pinned !== undefined) ranges.push({ from: pinned.top, to: pinned.top + 1 });
  const tabStop = pinned === undefined ? firstInView(layout, range) : focused;
  const isNear = (box: { top: number; height: number }) =>
    ranges.some((each) => overlaps(box, each));
  return (
    <>
      <div
        ref={ref}
        className={styles.grid}
        style={{ height }}
        data-scaled={height < layout.height || undefined}
        {...handlers}
      >
        {layout.chapters
          .filter((box) => isNear({ top: box.top, height: box.layout.height }))
          .map((box) => (
            <Chapter
              key={box.name}
              box={box}
              shift={shift}
              blocks={blocks}
              ranges={ranges}
              tabStop={tabStop}
            />
          ))}
      </div>
      <Scrubber layout={layout} timeline={blocks.timeline} gridTop={gridTop} />
    </>
  );
}

const EMPTY: AlbumLayout = { height: 0, chapters: [] };

function useGridLayout(
  blocks: GridBlocks,
  width: number,
  group: GroupPhotos | undefined,
): AlbumLayout {
  const { listeners, timeline } = blocks;
  const version = useSyncExternalStore(listeners.subscribe, listeners.version);
  const layouter = useMemo(() => createAlbumLayouter(timeline, group), [timeline, group]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the loaded blocks
  return useMemo(
    () => (width === 0 ? EMPTY : layouter(blocks.loaded, gridMetrics(width))),
    [layouter, blocks, version, width],
  );
}

/** Where the Tab key enters the grid. */
function firstInView({ chapters }: AlbumLayout, { top, rendered }: RenderRange): number | null {
  for (const chapter of chapters) {
    if (chapter.top + chapter.layout.height < top || chapter.top > rendered.to) continue;
    const line = linesOfChapter(chapter).find((each) => each.top >= top);
    const first = line?.tiles[0];
    if (first !== undefined) return first.photo.id;
  }
  return null;
}
