import { type MonthBox, overlaps, type Range } from "../layout/album-layout.js";
import { DaySection } from "./day-section.js";
import { Gap } from "./gap.js";
import styles from "./month.module.css";

interface MonthProps {
  box: MonthBox;
  /** What is near the viewport, from the top of the grid. */
  ranges: readonly Range[];
  tabStop: number | null;
}

export function Month({ box: { top, layout }, ranges, tabStop }: MonthProps) {
  const here = moved(ranges, top);
  const isNear = (each: { top: number; height: number }) =>
    here.some((range) => overlaps(each, range));
  return (
    <div className={styles.month} style={{ top, height: layout.height }}>
      {layout.gaps.filter(isNear).map((gap) => (
        <Gap key={gap.block} box={gap} />
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
