import { useId } from "react";
import { overlaps, type Range } from "../layout/album-layout.js";
import type { DayBox } from "../layout/day-layout.js";
import { DayHeading } from "./day-heading.js";
import styles from "./day-section.module.css";
import { Tile } from "./tile.js";

interface DaySectionProps {
  box: DayBox;
  /** What is near the viewport, from the top of the day: other rows are not in the page. */
  ranges: readonly Range[];
  tabStop: number | null;
}

export function DaySection({ box, ranges, tabStop }: DaySectionProps) {
  const headingId = useId();
  const { day, title, left, top, width, height } = box;
  const rows = box.rows.filter((row) => ranges.some((range) => overlaps(row, range)));
  return (
    <div className={styles.day} style={{ left, top, width, height }}>
      <DayHeading id={headingId} day={day} title={title} width={width} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table can't be laid out like this */}
      <div role="grid" aria-labelledby={headingId} aria-rowcount={box.rows.length}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its tiles have the focus
          <div
            key={row.tiles[0]?.photo.id}
            role="row"
            aria-rowindex={box.rows.indexOf(row) + 1}
            className={styles.row}
            style={{ top: row.top, height: row.height }}
          >
            {row.tiles.map((tile) => (
              <Tile key={tile.photo.id} box={tile} tabStop={tile.photo.id === tabStop} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
