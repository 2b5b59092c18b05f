import type { Line } from "../layout/lines.js";

/** Height of the bar: the grid begins below it. */
export const GRID_TOP = 56;
const HEADING = 44;
const MARGIN = 8;

/** Scrolls no further than needed until a line is in view, clear of the bar and the heading that stick. */
export function scrollToLine(line: Line, align: "nearest" | "center"): void {
  const top = line.top + GRID_TOP;
  const highest = top - GRID_TOP - HEADING;
  const lowest = top + line.height + MARGIN - innerHeight;
  if (scrollY <= highest && scrollY >= lowest) return;
  const middle = top + line.height / 2 - innerHeight / 2;
  const nearest = scrollY > highest ? highest : lowest;
  scrollTo({ top: align === "center" ? middle : nearest, behavior: "instant" });
}
