import { useSyncExternalStore } from "react";
import { Listeners } from "../listeners.js";

/** As many ids as an address carries on any host. */
export const MOST_SELECTED = 100;

/** The photos that the visitor has picked, in that order; kept while one goes about the app. */
class Selection {
  readonly listeners = new Listeners();
  #ids: readonly number[] = [];
  #known: ReadonlySet<number> = new Set();

  /** For `useSyncExternalStore`. */
  readonly ids = (): readonly number[] => this.#ids;

  has(id: number): boolean {
    return this.#known.has(id);
  }

  /** Picks a photo, or puts it back. */
  toggle(id: number): void {
    if (this.has(id)) this.#set(this.#ids.filter((each) => each !== id));
    else this.add([id]);
  }

  /** Picks more photos, up to `MOST_SELECTED`. */
  add(ids: readonly number[]): void {
    this.#set([...new Set([...this.#ids, ...ids])].slice(0, MOST_SELECTED));
  }

  clear(): void {
    if (this.#ids.length > 0) this.#set([]);
  }

  #set(ids: readonly number[]): void {
    this.#ids = ids;
    this.#known = new Set(ids);
    this.listeners.changed();
  }
}

export const selection = new Selection();

export function useSelected(): readonly number[] {
  return useSyncExternalStore(selection.listeners.subscribe, selection.ids);
}

/** Renders again only when this photo is picked or put back: each tile in the page asks for its own. */
export function useIsSelected(id: number): boolean {
  return useSyncExternalStore(selection.listeners.subscribe, () => selection.has(id));
}
