import { useMemo, useRef } from "react";
import { useAlbum, useBlocksVersion } from "../album/album-context.js";
import { type AlbumLayout, createAlbumLayouter, overlaps } from "../layout/album-layout.js";
import { findTile, linesOfChapter } from "../layout/lines.js";
import { gridMetrics } from "../layout/metrics.js";
import { Scrubber } from "../scrubber/scrubber.js";
import { Chapter } from "./chapter.js";
import styles from "./grid.module.css";
import { useGridFocus } from "./use-grid-focus.js";
import { useKeptPlace } from "./use-kept-place.js";
import { useMissingBlocks } from "./use-missing-blocks.js";
import { type RenderRange, useRenderRange } from "./use-render-range.js";
import { useReturnToTile } from "./use-return-to-tile.js";
import { useScrollAnchor } from "./use-scroll-anchor.js";
import { useWidth } from "./use-width.js";

/** All photos by day. Of an album of any size only the rows near the viewport are in the page. */
export function Grid({ isPhotoOpen }: { isPhotoOpen: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const layout = useAlbumLayout(useWidth(ref));
  const range = useRenderRange();
  const { focused, focusTile, handlers } = useGridFocus(layout);
  useMissingBlocks(layout, range.rendered);
  useScrollAnchor(layout);
  useKeptPlace(layout);
  useReturnToTile(layout, isPhotoOpen, focusTile);

  // The focused tile stays in the page however far one scrolls, or the focus would be lost.
  const pinned = focused === null ? undefined : findTile(layout, focused)?.line;
  const ranges = [range.rendered];
  if (pinned !== undefined) ranges.push({ from: pinned.top, to: pinned.top + 1 });
  const tabStop = pinned === undefined ? firstInView(layout, range) : focused;
  const isNear = (box: { top: number; height: number }) =>
    ranges.some((each) => overlaps(box, each));
  return (
    <main className={styles.margins}>
      <div ref={ref} className={styles.grid} style={{ height: layout.height }} {...handlers}>
        {layout.chapters
          .filter((box) => isNear({ top: box.top, height: box.layout.height }))
          .map((box) => (
            <Chapter key={box.name} box={box} ranges={ranges} tabStop={tabStop} />
          ))}
      </div>
      <Scrubber layout={layout} />
    </main>
  );
}

const EMPTY: AlbumLayout = { height: 0, chapters: [] };

function useAlbumLayout(width: number): AlbumLayout {
  const { blocks, manifest } = useAlbum();
  const version = useBlocksVersion();
  const layouter = useMemo(() => createAlbumLayouter(manifest.timeline), [manifest]);
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
