import { GalleryError } from "akin-browser";
import { Listeners } from "../listeners.js";

/** Whether the album was published anew while it is open; what is shown then is of before, and some of it is gone. */
export class AlbumChanged {
  readonly listeners = new Listeners();
  #isChanged = false;

  /** For `useSyncExternalStore`. */
  readonly get = (): boolean => this.#isChanged;

  /** Looks at why a request failed. */
  readonly notice = (error: unknown): void => {
    if (this.#isChanged || !(error instanceof GalleryError) || error.code !== "CHANGED") return;
    this.#isChanged = true;
    this.listeners.changed();
  };
}
