import { Listeners } from "../listeners.js";
import type { PhotoList } from "./photo-list.js";

/** The list of the page that is open; photos that aren't in it are looked up in the album's own order. */
export class CurrentList {
  readonly listeners = new Listeners();
  readonly #album: PhotoList;
  #list: PhotoList | null = null;

  constructor(album: PhotoList) {
    this.#album = album;
  }

  /** @returns the list that goes on from a photo */
  of(id: number): PhotoList {
    return this.#list?.has(id) ? this.#list : this.#album;
  }

  /** @returns takes the list away again */
  provide(list: PhotoList): () => void {
    this.#list = list;
    const stop = list.listeners.subscribe(() => this.listeners.changed());
    this.listeners.changed();
    return () => {
      stop();
      if (this.#list === list) this.#list = null;
      this.listeners.changed();
    };
  }
}
