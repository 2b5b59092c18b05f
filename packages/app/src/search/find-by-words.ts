import type { FoundPhoto, PhotoFilter } from "akin-browser";
import type { Album } from "../album/album.js";
import { BlockOrder } from "../album/block-order.js";
import type { Found } from "./found.js";
import { blocksWithin, FIRST_PAGE, resultBlocks } from "./result-blocks.js";

/**
 * The photos of a filter, its text as their own texts have it.
 * @param corrected the text, where it stands for a misspelt one
 * @returns null where there is none
 */
export async function findByWords(
  album: Album,
  filter: PhotoFilter,
  corrected: string | null,
  signal: AbortSignal,
): Promise<Found | null> {
  const { gallery } = album;
  const where = { where: filter, signal };
  const first = await gallery.search({ ...where, limit: FIRST_PAGE });
  if (first.length === 0) return null;
  const isAll = first.length < FIRST_PAGE;
  const isByDate = first.every(({ isRanked }) => !isRanked) || (isAll && areNewestFirst(first));
  const [total, months] = await Promise.all([
    isAll ? first.length : gallery.count(filter, { signal }),
    isByDate ? gallery.facets("month", where) : null,
  ]);
  const blocks = resultBlocks(album, { filter, total, first, months });
  await blocks.loadAll(blocksWithin(blocks.timeline, first.length));
  const list = new BlockOrder(blocks);
  return {
    status: "found",
    total,
    first,
    blocks,
    list,
    isByDate,
    corrected,
    hasDirection: false,
    meaning: null,
  };
}

/** Few photos come by rank; where that is their order by time too, they may as well stand by day. */
function areNewestFirst(photos: readonly FoundPhoto[]): boolean {
  return photos.every(
    ({ takenAt }, at) => at === 0 || (takenAt ?? "") <= (photos[at - 1]?.takenAt ?? ""),
  );
}
