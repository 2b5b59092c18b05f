import type { MonthPlace } from "./months-of.js";

export interface YearLabel {
  year: string;
  /** Share of the grid's height above it, 0 to 1. */
  at: number;
}

/**
 * The years, as many as have room.
 *
 * @param height of the whole grid in pixels
 * @param closest two labels are never closer than this share of the height
 */
export function yearLabels(
  months: readonly MonthPlace[],
  height: number,
  closest: number,
): YearLabel[] {
  const labels: YearLabel[] = [];
  let before: string | undefined;
  for (const { month, top } of months) {
    const year = month?.slice(0, 4);
    const at = top / height;
    const hasRoom = at - (labels.at(-1)?.at ?? -1) >= closest;
    if (year !== undefined && year !== before && hasRoom) labels.push({ year, at });
    before = year;
  }
  return labels;
}
