import type { Line } from "../layout/lines.js";
import { pageScroll } from "../scroll/page-scroll.js";

/** Height of the bar, which covers the top of the viewport. */
const BAR = 56;
const HEADING = 44;
const MARGIN = 8;

/**
 * Scrolls no further than needed until a line is in view, clear of the bar and the heading that stick.
 *
 * @param gridTop where the grid begins in the page
 */
export function scrollToLine(line: Line, gridTop: number, align: "nearest" | "center"): void {
  const top = line.top + gridTop;
  const highest = top - BAR - HEADING;
  const lowest = top + line.height + MARGIN - innerHeight;
  const now = pageScroll.top();
  if (now <= highest && now >= lowest) return;
  const middle = top + line.height / 2 - innerHeight / 2;
  const nearest = now > highest ? highest : lowest;
  pageScroll.to(align === "center" ? middle : nearest);
}
