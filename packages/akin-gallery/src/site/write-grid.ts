import type { GridBlock, TimelineMonth } from "akin-browser/format";
import type { PublicPhoto } from "./public-photos.js";
import type { SiteFolder } from "./site-folder.js";

/** Most photos in a block: some 15 KB compressed. */
const BLOCK = 240;

/** Most photos in the newest block, which the first screen waits for. */
const FIRST_BLOCK = 60;

/**
 * Writes the grid blocks.
 * @param photos in display order
 * @returns the timeline, newest month first
 */
export async function writeGrid(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
): Promise<TimelineMonth[]> {
  const timeline: TimelineMonth[] = [];
  for (const [month, ofMonth] of byMonth(photos)) {
    const blocks = [];
    for (const block of cutIntoBlocks(ofMonth, timeline.length === 0)) {
      const { name } = await site.putData("grid", JSON.stringify(gridBlock(block)));
      blocks.push({ name, photos: block.length });
    }
    timeline.push({ month, photos: ofMonth.length, blocks });
  }
  return timeline;
}

function byMonth(photos: readonly PublicPhoto[]): Map<string | null, PublicPhoto[]> {
  const months = new Map<string | null, PublicPhoto[]>();
  for (const photo of photos) {
    const month = photo.takenAt?.slice(0, 7) ?? null;
    const ofMonth = months.get(month);
    if (ofMonth) ofMonth.push(photo);
    else months.set(month, [photo]);
  }
  return months;
}

/** Full blocks are counted from the oldest photo, so that new photos change the newest block alone. */
function cutIntoBlocks(photos: readonly PublicPhoto[], newestMonth: boolean): PublicPhoto[][] {
  const blocks: PublicPhoto[][] = [];
  let start = 0;
  while (start < photos.length) {
    const rest = (photos.length - start) % BLOCK || BLOCK;
    const length = newestMonth && start === 0 ? Math.min(rest, FIRST_BLOCK) : rest;
    blocks.push(photos.slice(start, start + length));
    start += length;
  }
  return blocks;
}

function gridBlock(photos: readonly PublicPhoto[]): GridBlock {
  return {
    ids: photos.map((photo) => photo.id),
    widths: photos.map((photo) => photo.width),
    heights: photos.map((photo) => photo.height),
    media: photos.map((photo) => photo.media),
    takenAt: photos.map((photo) => photo.takenAt),
    placeholders: photos.map((photo) => photo.placeholder),
    images: photos.map((photo) => photo.image),
    labels: photos.map((photo) => photo.title ?? photo.filename),
  };
}
