import type { OpenedGallery } from "./opened-gallery.js";

/** Positions, both included; none if `last` is below `first`. */
export interface PositionRange {
  first: number;
  last: number;
}

/**
 * The photos taken within a time. Positions are in order of time and the manifest counts the months, so that only a
 * month that is cut is looked into. Photos without a date are in no time.
 */
export async function positionsInTime(
  gallery: OpenedGallery,
  from: string | undefined,
  to: string | undefined,
  signal: AbortSignal,
): Promise<PositionRange> {
  const months = monthRanges(gallery);
  const isBefore = (time: string, limit: string | undefined) =>
    limit !== undefined && time.slice(0, limit.length) < limit.slice(0, time.length);
  const isAfter = (time: string, limit: string | undefined) =>
    limit !== undefined && time.slice(0, limit.length) > limit.slice(0, time.length);

  const within = months.filter(({ month }) => !isBefore(month, from) && !isAfter(month, to));
  let first = within[0]?.first ?? 1;
  let last = within.at(-1)?.last ?? 0;
  const search = (range: PositionRange | undefined, holds: (takenAt: string) => boolean) =>
    range === undefined ? Promise.resolve(first) : firstWhere(gallery, range, holds, signal);
  if (from !== undefined && from.length > MONTH) {
    first = await search(within[0], (takenAt) => !isBefore(takenAt, from));
  }
  if (to !== undefined && to.length > MONTH) {
    last = (await search(within.at(-1), (takenAt) => isAfter(takenAt, to))) - 1;
  }
  return { first, last };
}

/** Length of `YYYY-MM`. */
const MONTH = 7;

interface MonthRange extends PositionRange {
  month: string;
}

/** The months with photos, oldest first. */
function monthRanges({ published }: OpenedGallery): MonthRange[] {
  let last = published.photos;
  const ranges = published.timeline.map(({ month, photos }) => {
    const range = { month, first: last - photos + 1, last };
    last -= photos;
    return range;
  });
  return ranges.filter((range): range is MonthRange => range.month !== null).reverse();
}

/** The first position in a month for whose time something holds that holds for all later ones; else the next month's. */
async function firstWhere(
  { connection, slots }: OpenedGallery,
  { first, last }: PositionRange,
  holds: (takenAt: string) => boolean,
  signal: AbortSignal,
): Promise<number> {
  let low = first;
  let high = last + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sql = "SELECT taken_at FROM images WHERE slot = ?";
    const [row] = await connection.select(sql, [slots.slotOf(middle)], signal);
    if (holds(String(row?.taken_at ?? ""))) high = middle;
    else low = middle + 1;
  }
  return low;
}
