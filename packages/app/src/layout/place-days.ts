import { type DayBox, dayRows, tileRatio, tilesOf } from "./day-layout.js";
import type { Day } from "./group-by-day.js";
import type { GridMetrics } from "./metrics.js";

/** A line of short days is stretched to the full width if it is at most this much short of it. */
const LARGEST_STRETCH = 1.25;

/**
 * Days below each other; days of a few photos share a line, or an album with a photo a day would be a column of
 * single tiles.
 *
 * @returns the boxes, and the height of all
 */
export function placeDays(
  days: readonly Day[],
  metrics: GridMetrics,
): { boxes: DayBox[]; height: number } {
  const boxes: DayBox[] = [];
  let top = 0;
  let line: Day[] = [];

  const add = (placed: DayBox[]) => {
    boxes.push(...placed);
    const [first] = placed;
    if (first !== undefined) top = first.top + first.height + metrics.dayMargin;
  };
  const flush = () => {
    const [day, ...others] = line;
    if (day !== undefined) {
      add(others.length === 0 ? [wideDay(day, top, metrics)] : sharedLine(line, top, metrics));
    }
    line = [];
  };

  for (const day of days) {
    if (lineWidth([...line, day], metrics.rowHeight, metrics) > metrics.width) flush();
    line.push(day);
  }
  flush();
  return { boxes, height: top };
}

function wideDay({ day, photos }: Day, top: number, metrics: GridMetrics): DayBox {
  const rows = dayRows(photos, metrics);
  const last = rows.at(-1);
  const height = last === undefined ? 0 : last.top + last.height;
  return { day, left: 0, top, width: metrics.width, height, rows };
}

function sharedLine(days: readonly Day[], top: number, metrics: GridMetrics): DayBox[] {
  const height = Math.round(sharedHeight(days, metrics));
  let left = 0;
  return days.map(({ day, photos }) => {
    const tiles = tilesOf(photos, height, metrics.gap);
    const last = tiles.at(-1);
    const width = Math.max(metrics.narrowestDay, last === undefined ? 0 : last.left + last.width);
    const row = { top: metrics.headingHeight, height, tiles };
    const box = { day, left, top, width, height: row.top + height, rows: [row] };
    left += width + metrics.dayGap;
    return box;
  });
}

/** The height at which the line fills the width, if that is near the usual one. */
function sharedHeight(days: readonly Day[], metrics: GridMetrics): number {
  const usual = lineWidth(days, metrics.rowHeight, metrics);
  const fixed = lineWidth(days, 0, { ...metrics, narrowestDay: 0 });
  const height = (metrics.rowHeight * (metrics.width - fixed)) / (usual - fixed);
  const fits = lineWidth(days, height, metrics) <= metrics.width + 1;
  return fits && height <= metrics.rowHeight * LARGEST_STRETCH ? height : metrics.rowHeight;
}

function lineWidth(days: readonly Day[], height: number, metrics: GridMetrics): number {
  const widths = days.map(({ photos }) => {
    const ratio = photos.reduce((sum, photo) => sum + tileRatio(photo), 0);
    return Math.max(metrics.narrowestDay, ratio * height + metrics.gap * (photos.length - 1));
  });
  return widths.reduce((sum, width) => sum + width, metrics.dayGap * (days.length - 1));
}
