import type { Loosened, PhotoFilter } from "akin-browser";
import type { Album } from "../album/album.js";
import { Listeners } from "../listeners.js";
import { directionOf } from "./direction-of.js";
import { findByMeaning } from "./find-by-meaning.js";
import { findByWords } from "./find-by-words.js";
import type { Found } from "./found.js";

/** What a search has brought so far. */
export type ResultsState =
  | { status: "loading"; vectors?: Loading }
  | { status: "failed"; error: unknown }
  | { status: "empty"; loosened: readonly Loosened[]; hasDirection: boolean }
  | (Found & {
      /** While photos are still looked for by what they show: how far that is. */
      looking?: Loading | undefined;
      /** The same and what was found by meaning, which is shown where it disturbs nobody. */
      more?: Found | undefined;
      /** Why what they show could not be searched. */
      meaningError?: unknown;
    });

/** Bytes of vectors. */
interface Loading {
  loaded: number;
  total: number;
}

const LOADING: ResultsState = { status: "loading" };
/** So long photos that were found by words wait for those found by meaning, so that they don't change places at once. */
const TOGETHER_MS = 400;

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
    const { status } = this.#state;
    const isUnfinished = status === "found" && this.#state.looking !== undefined;
    if (status === "loading" || status === "failed" || isUnfinished) {
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

  /** Shows what was found by meaning among the others. */
  readonly showMore = (): void => {
    if (this.#state.status === "found" && this.#state.more) this.#set(this.#state.more);
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
    const { gallery } = this.#album;
    const direction = directionOf(gallery, filter, signal);
    // It is waited for later, where its failure is told.
    direction.catch(() => {});
    const worded = await findByWords(this.#album, filter, null, signal);
    let hasDirection = false;
    try {
      const vector = await direction;
      hasDirection = vector !== null;
      const found = vector && (await this.#withMeaning(worded, vector, signal));
      if (found !== null) return found;
      if (worded !== null) return { ...worded, hasDirection };
    } catch (error) {
      if (worded === null || signal.aborted) throw error;
      this.#album.changed.notice(error);
      return { ...worded, meaningError: error };
    }
    if (this.#mayRespell && filter.text !== undefined) {
      const text = await gallery.respell(filter.text, { signal });
      const other = text && (await findByWords(this.#album, { ...filter, text }, text, signal));
      if (other) return other;
    }
    const loosened = await gallery.loosen(filter, { signal });
    return { status: "empty", loosened, hasDirection };
  }

  /** What words have found is shown while the vectors come. */
  async #withMeaning(
    worded: Found | null,
    vector: Float32Array,
    signal: AbortSignal,
  ): Promise<ResultsState | null> {
    let isShown = false;
    let looking: Loading = { loaded: 0, total: 0 };
    const tell = () => {
      if (signal.aborted) return;
      if (worded === null) this.#set({ status: "loading", vectors: looking });
      else if (isShown) this.#set({ ...worded, looking });
    };
    const timer = setTimeout(() => {
      isShown = true;
      tell();
    }, TOGETHER_MS);
    try {
      const { filter } = this;
      const asked = { filter, vector, worded };
      const found = await findByMeaning(this.#album, asked, signal, (loaded, total) => {
        looking = { loaded, total };
        tell();
      });
      return found && isShown && worded !== null ? { ...worded, more: found } : found;
    } finally {
      clearTimeout(timer);
    }
  }

  #set(state: ResultsState): void {
    this.#state = state;
    this.listeners.changed();
  }
}
