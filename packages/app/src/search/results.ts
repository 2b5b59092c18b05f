import type { FoundPhoto, Loosened, PhotoFilter } from "akin-browser";
import type { Album } from "../album/album.js";
import { BlockOrder } from "../album/block-order.js";
import type { GridBlocks } from "../album/grid-blocks.js";
import { Listeners } from "../listeners.js";
import { blocksWithin, FIRST_PAGE, resultBlocks } from "./result-blocks.js";

/** What a search has brought so far. */
export type ResultsState =
  | { status: "loading" }
  | { status: "failed"; error: unknown }
  | { status: "empty"; loosened: readonly Loosened[] }
  | Found;

export interface Found {
  status: "found";
  total: number;
  blocks: GridBlocks;
  list: BlockOrder;
  /** False where the photos that fit the words best come first. */
  isByDate: boolean;
  /** The text that was searched for in place of a misspelt one. */
  corrected: string | null;
}

const LOADING: ResultsState = { status: "loading" };

/** The photos of a filter. */
export class Results {
  readonly listeners = new Listeners();
  readonly filter: PhotoFilter;
  readonly #album: Album;
  readonly #mayRespell: boolean;
  #state: ResultsState = LOADING;
  #running: AbortController | null = null;

  /** @param mayRespell whether a text that nothing is found for may be read as one that is like it */
  constructor(album: Album, filter: PhotoFilter, mayRespell: boolean) {
    this.#album = album;
    this.filter = filter;
    this.#mayRespell = mayRespell;
  }

  readonly state = (): ResultsState => this.#state;

  /** Searches, unless it has been done. @returns ends it */
  readonly start = (): (() => void) => {
    if (this.#state.status === "loading" || this.#state.status === "failed") {
      this.#running = new AbortController();
      void this.#run(this.#running.signal);
    }
    return () => this.#running?.abort();
  };

  /** Searches again after a failure. */
  readonly retry = (): void => {
    this.#running?.abort();
    this.#set(LOADING);
    this.start();
  };

  async #run(signal: AbortSignal): Promise<void> {
    try {
      const state = await this.#answer(signal);
      if (!signal.aborted) this.#set(state);
    } catch (error) {
      if (signal.aborted) return;
      this.#album.changed.notice(error);
      this.#set({ status: "failed", error });
    }
  }

  async #answer(signal: AbortSignal): Promise<ResultsState> {
    const { filter } = this;
    const found = await this.#find(filter, null, signal);
    if (found !== null) return found;
    const { gallery } = this.#album;
    if (this.#mayRespell && filter.text !== undefined) {
      const corrected = await gallery.respell(filter.text, { signal });
      const other =
        corrected && (await this.#find({ ...filter, text: corrected }, corrected, signal));
      if (other) return other;
    }
    return { status: "empty", loosened: await gallery.loosen(filter, { signal }) };
  }

  async #find(
    filter: PhotoFilter,
    corrected: string | null,
    signal: AbortSignal,
  ): Promise<Found | null> {
    const { gallery } = this.#album;
    const where = { where: filter, signal };
    const first = await gallery.search({ ...where, limit: FIRST_PAGE });
    if (first.length === 0) return null;
    const isAll = first.length < FIRST_PAGE;
    const isByDate = first.every(({ isRanked }) => !isRanked) || (isAll && areNewestFirst(first));
    const [total, months] = await Promise.all([
      isAll ? first.length : gallery.count(filter, { signal }),
      isByDate ? gallery.facets("month", where) : null,
    ]);
    const blocks = resultBlocks(this.#album, { filter, total, first, months });
    await blocks.loadAll(blocksWithin(blocks.timeline, first.length));
    return { status: "found", total, blocks, list: new BlockOrder(blocks), isByDate, corrected };
  }

  #set(state: ResultsState): void {
    this.#state = state;
    this.listeners.changed();
  }
}

/** Few photos come by rank; where that is their order by time too, they may as well stand by day. */
function areNewestFirst(photos: readonly FoundPhoto[]): boolean {
  return photos.every(
    ({ takenAt }, at) => at === 0 || (takenAt ?? "") <= (photos[at - 1]?.takenAt ?? ""),
  );
}
