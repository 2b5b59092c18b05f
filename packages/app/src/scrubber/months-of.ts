import type { TimelineMonth } from "akin-browser/format";
import type { AlbumLayout } from "../layout/album-layout.js";

/** Where a month begins. */
export interface MonthPlace {
  /** `YYYY-MM`; null for photos without a date. */
  month: string | null;
  /** Pixels, from the top of the grid. */
  top: number;
}

/** The months of the album from top to bottom, whether their photos are there yet or not. */
export function monthsOf(layout: AlbumLayout, timeline: readonly TimelineMonth[]): MonthPlace[] {
  const monthOf = new Map(
    timeline.flatMap(({ month, blocks }) => blocks.map(({ name }) => [name, month] as const)),
  );
  const tops = new Map<string | null, number>();
  const note = (month: string | null, top: number) => {
    tops.set(month, Math.min(top, tops.get(month) ?? Number.POSITIVE_INFINITY));
  };
  for (const { top, layout: chapter } of layout.chapters) {
    for (const { day, top: within } of chapter.days) note(day?.slice(0, 7) ?? null, top + within);
    for (const { block, top: within } of chapter.gaps) {
      note(monthOf.get(block) ?? null, top + within);
    }
  }
  return [...tops].map(([month, top]) => ({ month, top })).sort((a, b) => a.top - b.top);
}

/** The month that stands at a height of the grid. */
export function monthAt(months: readonly MonthPlace[], y: number): MonthPlace | undefined {
  return months.findLast(({ top }) => top <= y) ?? months[0];
}
