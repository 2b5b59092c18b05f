import { type DayBox, dayRows, type TileBox, tileRatio, tilesOf } from "./day-layout.js";
import type { Day } from "./group-by-day.js";
import type { GridMetrics } from "./metrics.js";

/** Lines of short days fill the width where that takes no more than this, as a share of the usual height. */
const LOWEST = 0.7;
const HIGHEST = 1.35;

/**
 * Days below each other; days of a few photos share a line, or an album with a photo a day would be a column of
 * single tiles. Lines are filled one after the other, so that blocks that come below change none above.
 *
 * @returns the boxes, and the height of all
 */
export function placeDays(
  days: readonly Day[],
  metrics: GridMetrics,
): { boxes: DayBox[]; height: number } {
  const boxes: DayBox[] = [];
  let top = 0;
  for (const line of linesOfDays(days, metrics)) {
    const [day, ...others] = line;
    if (day === undefined) continue;
    const placed =
      others.length === 0 ? [wideDay(day, top, metrics)] : sharedLine(line, top, metrics);
    boxes.push(...placed);
    top += Math.max(...placed.map(({ height }) => height)) + metrics.dayMargin;
  }
  return { boxes, height: top };
}

/** Takes days into a line as long as that brings it closer to the usual height. */
function linesOfDays(days: readonly Day[], metrics: GridMetrics): Day[][] {
  const lines: Day[][] = [];
  const scaleOf = (line: readonly Day[]) => fillingHeight(line, metrics) / metrics.rowHeight;
  let before = 0;
  for (const day of days) {
    const line = lines.at(-1) ?? [];
    const scale = scaleOf([...line, day]);
    const isCloser = Math.abs(Math.log(scale)) <= Math.abs(Math.log(before));
    if (line.length > 0 && isCloser && scale >= LOWEST) {
      line.push(day);
      before = scale;
    } else {
      lines.push([day]);
      before = scaleOf([day]);
    }
  }
  return lines;
}

function wideDay({ day, title, photos }: Day, top: number, metrics: GridMetrics): DayBox {
  const rows = dayRows(photos, metrics);
  const last = rows.at(-1);
  const height = last === undefined ? 0 : last.top + last.height;
  return { day, title, left: 0, top, width: metrics.width, height, rows };
}

function sharedLine(days: readonly Day[], top: number, metrics: GridMetrics): DayBox[] {
  const filling = fillingHeight(days, metrics);
  const isFull = filling <= metrics.rowHeight * HIGHEST;
  const exact = isFull ? filling : metrics.rowHeight;
  const height = Math.round(exact);
  let left = 0;
  const boxes = days.map(({ day, title, photos }) => {
    const row = { top: metrics.headingHeight, height, tiles: tilesOf(photos, exact, metrics.gap) };
    const width = Math.max(metrics.narrowestDay, rightOf(row.tiles));
    const box = { day, title, left, top, width, height: row.top + height, rows: [row] };
    left += width + metrics.dayGap;
    return box;
  });
  if (isFull) alignRight(boxes.at(-1), metrics.width);
  return boxes;
}

/** Rounding adds up to a pixel or two, which would show at the right edge. */
function alignRight(box: DayBox | undefined, right: number): void {
  const tiles = box?.rows[0]?.tiles ?? [];
  const last = tiles.at(-1);
  if (box === undefined || last === undefined || rightOf(tiles) < box.width) return;
  box.width = right - box.left;
  last.width = box.width - last.left;
}

function rightOf(tiles: readonly TileBox[]): number {
  const last = tiles.at(-1);
  return last === undefined ? 0 : last.left + last.width;
}

/** The height at which days side by side are as wide as the grid; found by halving, as narrow days don't shrink. */
function fillingHeight(days: readonly Day[], metrics: GridMetrics): number {
  let low = metrics.rowHeight / 4;
  let high = metrics.rowHeight * 8;
  while (high - low > 0.05) {
    const middle = (low + high) / 2;
    if (lineWidth(days, middle, metrics) > metrics.width) high = middle;
    else low = middle;
  }
  return low;
}

function lineWidth(days: readonly Day[], height: number, metrics: GridMetrics): number {
  const widths = days.map(({ photos }) => {
    const ratio = photos.reduce((sum, photo) => sum + tileRatio(photo), 0);
    return Math.max(metrics.narrowestDay, ratio * height + metrics.gap * (photos.length - 1));
  });
  return widths.reduce((sum, width) => sum + width, metrics.dayGap * (days.length - 1));
}
