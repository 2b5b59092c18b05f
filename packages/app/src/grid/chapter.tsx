import type { GridBlocks } from "../album/grid-blocks.js";
import { type ChapterBox, overlaps, type Range } from "../layout/album-layout.js";
import styles from "./chapter.module.css";
import { DaySection } from "./day-section.js";
import { Gap } from "./gap.js";

interface ChapterProps {
  box: ChapterBox;
  /** How much higher than there it stands, as the page is. */
  shift: number;
  blocks: GridBlocks;
  /** What is near the viewport, from the top of the grid. */
  ranges: readonly Range[];
  tabStop: number | null;
}

export function Chapter({ box, shift, blocks, ranges, tabStop }: ChapterProps) {
  const { top, layout } = box;
  const here = moved(ranges, top);
  const isNear = (each: { top: number; height: number }) =>
    here.some((range) => overlaps(each, range));
  return (
    <div className={styles.chapter} style={{ top: top - shift, height: layout.height }}>
      {layout.gaps.filter(isNear).map((gap) => (
        <Gap key={gap.block} box={gap} blocks={blocks} />
      ))}
      {layout.days.filter(isNear).map((day) => (
        <DaySection
          key={day.rows[0]?.tiles[0]?.photo.id}
          box={day}
          ranges={moved(here, day.top)}
          tabStop={tabStop}
        />
      ))}
    </div>
  );
}

function moved(ranges: readonly Range[], by: number): Range[] {
  return ranges.map(({ from, to }) => ({ from: from - by, to: to - by }));
}
