/** Photos of the smallest full tier, at least. */
const SMALLEST_TIER = 1024;

/** A full tier is not smaller than this part of the album: each word is looked up in each tier. */
const SMALLEST_PART = 16;

/**
 * Where the tiers of an album end: at most five full ones of descending powers of two, and one of what is left. Photos that
 * are added as the newest change the last tiers only.
 *
 * @returns their last positions
 */
export function tierEnds(photos: number): number[] {
  const smallest = Math.max(SMALLEST_TIER, photos / SMALLEST_PART);
  const ends: number[] = [];
  let end = 0;
  for (let tier = 2 ** 30; tier >= smallest; tier /= 2) {
    if (photos - end < tier) continue;
    end += tier;
    ends.push(end);
  }
  if (end < photos) ends.push(photos);
  return ends;
}
