import { eachPackedNumber, facetKey, yearOf } from "../format/facet-photos.js";
import type { OpenedGallery } from "./opened-gallery.js";

/**
 * The photos of facets.
 *
 * @param ids of facets: what is to be fetched for them is fetched together
 * @param start gives what takes the photos' positions; it may be called many times, and starts anew each time
 */
export function eachFacetPhoto<Taken>(
  { connection, published }: OpenedGallery,
  ids: readonly number[],
  start: () => { take(facet: number, position: number): void; taken: Taken },
  signal: AbortSignal,
): Promise<Taken> {
  const before = photosBeforeYears(published);
  const sql = "SELECT key, photos FROM facet_photos WHERE key >= ? AND key < ?";
  return connection.run(() => {
    const { take, taken } = start();
    connection.each(ids, (id) => {
      const first = facetKey(id, 0);
      const range = [first, facetKey(id + 1, 0)];
      const rows = connection.selectNow<{ key: number; photos: Uint8Array }>(sql, range);
      for (const { key, photos } of rows) {
        const start = before.get(key - first) ?? 0;
        eachPackedNumber(photos, (number) => take(id, start + number));
      }
    });
    return taken;
  }, signal);
}

/** How many photos are older than those of each year. */
function photosBeforeYears({ timeline }: OpenedGallery["published"]): Map<number, number> {
  const before = new Map<number, number>();
  let position = 0;
  for (const { month, photos } of timeline.toReversed()) {
    const year = yearOf(month);
    if (!before.has(year)) before.set(year, position);
    position += photos;
  }
  return before;
}
