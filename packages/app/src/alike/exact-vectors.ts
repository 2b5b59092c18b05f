import type { Gallery } from "akin-browser";
import { Listeners } from "../listeners.js";

export type ExactState =
  | { status: "none" | "there" | "failed" }
  | { status: "loading"; loadedBytes: number; totalBytes: number };

/** All vectors of a gallery where they are many: loaded when the visitor asks for them. */
class ExactVectors {
  readonly listeners = new Listeners();
  readonly #gallery: Gallery;
  #state: ExactState = { status: "none" };
  #loading: AbortController | null = null;

  constructor(gallery: Gallery) {
    this.#gallery = gallery;
  }

  /** For `useSyncExternalStore`. */
  readonly state = (): ExactState => this.#state;

  async load(): Promise<void> {
    const controller = new AbortController();
    this.#loading = controller;
    const { signal } = controller;
    this.#set({ status: "loading", loadedBytes: 0, totalBytes: this.#gallery.vectorsCost().bytes });
    try {
      await this.#gallery.loadVectors({
        signal,
        onLoading: (loadedBytes, totalBytes) => {
          if (!signal.aborted) this.#set({ status: "loading", loadedBytes, totalBytes });
        },
      });
      this.#set({ status: "there" });
    } catch {
      // An abort was asked for; what else there is, is told by the button to try again.
      this.#set({ status: signal.aborted ? "none" : "failed" });
    }
  }

  cancel(): void {
    this.#loading?.abort(new DOMException("The visitor doesn't want to wait.", "AbortError"));
  }

  #set(state: ExactState): void {
    this.#state = state;
    this.listeners.changed();
  }
}

const known = new WeakMap<Gallery, ExactVectors>();

export function exactVectors(gallery: Gallery): ExactVectors {
  const vectors = known.get(gallery) ?? new ExactVectors(gallery);
  known.set(gallery, vectors);
  return vectors;
}
