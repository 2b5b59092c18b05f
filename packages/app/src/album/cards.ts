import type { Gallery } from "akin-browser";
import type { Card } from "akin-browser/format";
import { Listeners } from "../listeners.js";

/** What is known of a photo's card; `missing` means that the gallery has no such photo. */
export type CardState =
  | { status: "loading" }
  | { status: "ready"; card: Card }
  | { status: "missing" }
  | { status: "failed" };

const LOADING: CardState = { status: "loading" };

/** Cards that have been asked for, at hand at once when the photo is shown again or was fetched ahead. */
export class Cards {
  readonly listeners = new Listeners();
  readonly #gallery: Gallery;
  readonly #onFailure: (error: unknown) => void;
  readonly #states = new Map<number, CardState>();

  /** @param onFailure told why a card could not be had */
  constructor(gallery: Gallery, onFailure: (error: unknown) => void) {
    this.#gallery = gallery;
    this.#onFailure = onFailure;
  }

  state(id: number): CardState {
    return this.#states.get(id) ?? LOADING;
  }

  /** Gets a card unless it is there or on its way. */
  async load(id: number): Promise<void> {
    const { status } = this.#states.get(id) ?? { status: "failed" };
    if (status !== "failed") return;
    this.#set(id, LOADING);
    try {
      const card = await this.#gallery.photo(id);
      this.#set(id, card === null ? { status: "missing" } : { status: "ready", card });
    } catch (error) {
      this.#onFailure(error);
      this.#set(id, { status: "failed" });
    }
  }

  /** Fetches cards that are likely to be asked for next; failures show when the photo itself is asked for. */
  prefetch(ids: readonly number[]): void {
    const unknown = ids.filter((id) => !this.#states.has(id));
    for (const fetched of this.#gallery.prefetch(unknown)) void fetched.then(this.#keep);
  }

  /** Nothing shows it yet. */
  readonly #keep = (card: Card | null): void => {
    if (card !== null && !this.#states.has(card.id)) {
      this.#states.set(card.id, { status: "ready", card });
    }
  };

  #set(id: number, state: CardState): void {
    this.#states.set(id, state);
    this.listeners.changed();
  }
}
