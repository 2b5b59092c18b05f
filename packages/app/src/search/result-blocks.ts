import type { FacetCount, FoundPhoto, Gallery, PhotoFilter } from "akin-browser";
import type { TimelineMonth } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { GridBlocks } from "../album/grid-blocks.js";
import { type PhotoSummary, summaryOfSimilar } from "../album/photo-summary.js";

/** Photos that are asked for at first, about a screenful: each may lie in a piece of the database of its own. */
export const FIRST_PAGE = 24;
/** Photos that are asked for at a time after that. */
const PAGE_SIZE = 200;

interface Found {
  filter: PhotoFilter;
  total: number;
  /** The first photos, which have come already. */
  first: readonly FoundPhoto[];
  /** How many there are of each month, newest first; null where the photos aren't in the order of time. */
  months: readonly FacetCount[] | null;
}

/** The photos that a search has found, as blocks of a grid. */
export function resultBlocks(album: Album, found: Found): GridBlocks {
  const pages = new ResultPages(album, found);
  const timeline = found.months === null ? unordered(found.total) : timelineOf(found);
  const fetch = (block: string) => pages.slice(...extentOf(block));
  return new GridBlocks({ timeline, fetch }, album.changed.notice);
}

/** Pages of a search, each asked for once. */
class ResultPages {
  readonly #gallery: Gallery;
  readonly #filter: PhotoFilter;
  readonly #remember: (photo: PhotoSummary) => void;
  readonly #pages = new Map<number, Promise<readonly PhotoSummary[]>>();

  constructor(album: Album, { filter, first }: Found) {
    this.#gallery = album.gallery;
    this.#filter = filter;
    this.#remember = (photo) => album.remember(photo);
    this.#pages.set(0, Promise.resolve(this.#known(first)));
  }

  /** @param start place among all results @param end exclusive, on the same page */
  async slice(start: number, end: number): Promise<readonly PhotoSummary[]> {
    const page = pageAt(start);
    const photos = await this.#page(page);
    return photos.slice(start - startOf(page), end - startOf(page));
  }

  #page(index: number): Promise<readonly PhotoSummary[]> {
    const there = this.#pages.get(index);
    if (there !== undefined) return there;
    const page = this.#fetch(index);
    this.#pages.set(index, page);
    // The next one to ask tries again.
    page.catch(() => this.#pages.delete(index));
    return page;
  }

  async #fetch(index: number): Promise<readonly PhotoSummary[]> {
    const offset = startOf(index);
    const limit = startOf(index + 1) - offset;
    return this.#known(await this.#gallery.search({ where: this.#filter, limit, offset }));
  }

  #known(photos: readonly FoundPhoto[]): PhotoSummary[] {
    return photos.map((photo) => {
      const summary = { ...summaryOfSimilar(photo), takenAt: photo.takenAt };
      this.#remember(summary);
      return summary;
    });
  }
}

function timelineOf({ months, total }: Found): TimelineMonth[] {
  let start = 0;
  const entry = (month: string | null, photos: number) => {
    const blocks = blocksBetween(start, start + photos);
    start += photos;
    return { month, photos, blocks };
  };
  const dated = (months ?? []).map(({ value, photos }) => entry(value, photos));
  return start < total ? [...dated, entry(null, total - start)] : dated;
}

function unordered(total: number): TimelineMonth[] {
  return [{ month: null, photos: total, blocks: blocksBetween(0, total) }];
}

/** Blocks lie within pages and are named after their extent among the results. */
function blocksBetween(start: number, end: number) {
  const blocks: { name: string; photos: number }[] = [];
  for (let from = start, to = start; from < end; from = to) {
    to = Math.min(end, startOf(pageAt(from) + 1));
    blocks.push({ name: `${from}-${to}`, photos: to - from });
  }
  return blocks;
}

function pageAt(place: number): number {
  return place < FIRST_PAGE ? 0 : 1 + Math.floor((place - FIRST_PAGE) / PAGE_SIZE);
}

function startOf(page: number): number {
  return page === 0 ? 0 : FIRST_PAGE + (page - 1) * PAGE_SIZE;
}

/** Names of the blocks whose photos are all among the first ones. */
export function blocksWithin(timeline: readonly TimelineMonth[], photos: number): string[] {
  const names = timeline.flatMap(({ blocks }) => blocks.map(({ name }) => name));
  return names.filter((name) => extentOf(name)[1] <= photos);
}

function extentOf(block: string): [number, number] {
  const [start = 0, end = 0] = block.split("-").map(Number);
  return [start, end];
}
