import type { FacetCount, FoundPhoto, Gallery, PhotoFilter } from "akin-browser";
import type { TimelineMonth } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { GridBlocks } from "../album/grid-blocks.js";
import { type PhotoSummary, summaryOfSimilar } from "../album/photo-summary.js";

/** Photos that are asked for at a time. */
export const PAGE_SIZE = 200;

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

  /** @param start place among all results @param end exclusive */
  async slice(start: number, end: number): Promise<readonly PhotoSummary[]> {
    const from = Math.floor(start / PAGE_SIZE);
    const to = Math.ceil(end / PAGE_SIZE);
    const pages = Array.from({ length: to - from }, (_, index) => this.#page(from + index));
    const photos = (await Promise.all(pages)).flat();
    return photos.slice(start - from * PAGE_SIZE, end - from * PAGE_SIZE);
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
    const options = { where: this.#filter, limit: PAGE_SIZE, offset: index * PAGE_SIZE };
    return this.#known(await this.#gallery.search(options));
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

/** Blocks are named after their extent among the results. */
function blocksBetween(start: number, end: number) {
  return Array.from({ length: Math.ceil((end - start) / PAGE_SIZE) }, (_, index) => {
    const from = start + index * PAGE_SIZE;
    const to = Math.min(end, from + PAGE_SIZE);
    return { name: `${from}-${to}`, photos: to - from };
  });
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
