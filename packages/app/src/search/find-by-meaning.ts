import type { FoundPhoto, PhotoFilter } from "akin-browser";
import type { WordedPhoto } from "akin-browser/words";
import type { Album } from "../album/album.js";
import { BlockOrder } from "../album/block-order.js";
import { GridBlocks } from "../album/grid-blocks.js";
import { type PhotoSummary, summaryOfSimilar } from "../album/photo-summary.js";
import type { Found } from "./found.js";
import { FIRST_PAGE } from "./result-blocks.js";

/** More photos that have the words are not ranked: they come by date, and what only shows it follows. */
const MOST_RANKED = 50;
/** Photos that are found by what they show. */
const MOST_SHOWN = 200;
/** The part of the results that was found by meaning alone, where the others come by date. */
export const SHOWN_ONLY = "meaning";

interface Asked {
  filter: PhotoFilter;
  /** The direction of the filter's text. */
  vector: Float32Array;
  /** What was found by words. */
  worded: Found | null;
}

/**
 * Adds the photos that show what the filter's text means.
 * @returns null where no photo stands out by it
 */
export async function findByMeaning(
  album: Album,
  { filter, vector, worded }: Asked,
  signal: AbortSignal,
  onLoading: (loadedBytes: number, totalBytes: number) => void,
): Promise<Found | null> {
  const { gallery } = album;
  const { searchWords } = await import("akin-browser/words");
  const byWords = await rankedOf(album, filter, worded, signal);
  const found = await searchWords(gallery, {
    where: { ...filter, text: filter.text ?? "" },
    vector,
    worded: byWords ?? [],
    limit: MOST_SHOWN,
    signal,
    onLoading,
  });
  if (worded === null || byWords !== null) {
    return found.some(({ foundBy }) => foundBy !== "words") ? ranked(album, found) : null;
  }
  const both = await gallery.search({
    plus: [vector],
    where: filter,
    meant: true,
    limit: MOST_SHOWN,
    signal,
  });
  const isWorded = new Set(both.map(({ id }) => id));
  const only = found.filter(({ id }) => !isWorded.has(id));
  return found.length === 0 ? null : appended(album, worded, only, both);
}

/** All photos found by words in order of rank; null if there are many. */
async function rankedOf(
  { gallery }: Album,
  filter: PhotoFilter,
  worded: Found | null,
  signal: AbortSignal,
): Promise<readonly FoundPhoto[] | null> {
  if (worded === null) return [];
  if (worded.total > MOST_RANKED) return null;
  if (worded.total < FIRST_PAGE) return worded.first;
  return await gallery.search({ where: filter, limit: MOST_RANKED, signal });
}

function ranked(album: Album, found: readonly WordedPhoto[]): Found {
  const photos = known(album, found);
  const name = `0-${photos.length}`;
  const block = { name, photos: photos.length };
  const timeline = [{ month: null, photos: photos.length, blocks: [block] }];
  const blocks = new GridBlocks({ timeline, fetch: async () => photos }, album.changed.notice);
  const counts = { words: 0, meaning: 0, both: 0 };
  for (const { foundBy } of found) counts[foundBy] += 1;
  return {
    status: "found",
    total: photos.length,
    first: found,
    blocks,
    list: new BlockOrder(blocks),
    isByDate: false,
    corrected: null,
    hasDirection: true,
    meaning: { counts, foundBy: new Map(found.map(({ id, foundBy }) => [id, foundBy])) },
  };
}

/** Photos found by words, by date, then those that only show what is meant. */
function appended(
  album: Album,
  worded: Found,
  only: readonly FoundPhoto[],
  both: readonly FoundPhoto[],
): Found {
  const more = known(album, only);
  const block = { name: SHOWN_ONLY, photos: more.length };
  const last = { month: null, photos: more.length, blocks: [block] };
  const before = worded.blocks;
  const fetch = (name: string) => (name === SHOWN_ONLY ? Promise.resolve(more) : before.load(name));
  const timeline = more.length > 0 ? [...before.timeline, last] : before.timeline;
  const blocks = new GridBlocks({ timeline, fetch }, album.changed.notice);
  return {
    ...worded,
    hasDirection: true,
    total: worded.total + more.length,
    blocks,
    list: new BlockOrder(blocks),
    meaning: {
      counts: {
        words: worded.total - both.length,
        meaning: more.length,
        both: both.length,
      },
      foundBy: new Map([
        ...both.map(({ id }) => [id, "both"] as const),
        ...only.map(({ id }) => [id, "meaning"] as const),
      ]),
    },
  };
}

function known(album: Album, photos: readonly FoundPhoto[]): PhotoSummary[] {
  return photos.map((photo) => {
    const summary = { ...summaryOfSimilar(photo), takenAt: photo.takenAt };
    album.remember(summary);
    return summary;
  });
}
