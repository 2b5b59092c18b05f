import type { SqlValue } from "../databases/database.js";
import { eachPackedNumber, facetKey, facetOfKey, yearOf } from "../format/facet-photos.js";
import type { OpenedGallery } from "./opened-gallery.js";

/**
 * The photos of facets, year by year.
 *
 * @param keys SQL for rows of `facet_photos`, given what is to be added to ids of facets
 * @param start gives what takes them; it may be called many times, and starts anew each time
 */
export function eachFacetPhoto<Taken>(
  { connection, published }: OpenedGallery,
  keys: { where: string; params(year: number): SqlValue[] },
  start: () => { take(facet: number, position: number): void; taken: Taken },
  signal: AbortSignal,
): Promise<Taken> {
  const sql = `SELECT key, photos FROM facet_photos WHERE ${keys.where}`;
  return connection.run(() => {
    const { take, taken } = start();
    connection.each(yearsOf(published), ({ year, before }) => {
      const params = keys.params(facetKey(year, 0));
      const rows = connection.selectNow<{ key: number; photos: Uint8Array }>(sql, params);
      for (const { key, photos } of rows) {
        const facet = facetOfKey(key);
        eachPackedNumber(photos, (number) => take(facet, before + number));
      }
    });
    return taken;
  }, signal);
}

/** The years with photos, and after which position each begins. */
function yearsOf({ timeline }: OpenedGallery["published"]): { year: number; before: number }[] {
  const years: { year: number; before: number }[] = [];
  let position = 0;
  for (const { month, photos } of timeline.toReversed()) {
    const year = yearOf(month);
    if (year !== years.at(-1)?.year) years.push({ year, before: position });
    position += photos;
  }
  return years;
}
