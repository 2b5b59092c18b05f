/** At either end of a page that is too long, so many pixels are as long as they are. */
const TRUE_END = 1_000_000;

/**
 * Where the page has to stand so that a place of its content is in view, when the content is longer than a page can be. What
 * is missing is taken from the middle, evenly.
 *
 * @param top of the content, in pixels
 * @param range how far the page can be scrolled
 * @param excess how much longer the content is
 */
export function pageTopOf(top: number, range: number, excess: number): number {
  const end = trueEnd(range);
  if (top <= end) return top;
  if (top >= range + excess - end) return top - excess;
  return end + (top - end) * ((range - 2 * end) / (range + excess - 2 * end));
}

/** The same the other way. */
export function contentTopOf(pageTop: number, range: number, excess: number): number {
  const end = trueEnd(range);
  if (pageTop <= end) return pageTop;
  if (pageTop >= range - end) return pageTop + excess;
  return end + (pageTop - end) * ((range + excess - 2 * end) / (range - 2 * end));
}

function trueEnd(range: number): number {
  return Math.min(TRUE_END, range / 4);
}
