import type { Gallery } from "akin-browser";
import { Listeners } from "../listeners.js";
import type { PhotoSummary } from "./photo-summary.js";

/** Photos that are known by their position in the gallery, as far as they have been asked for. */
export class PositionedPhotos {
  readonly listeners = new Listeners();
  readonly #gallery: Gallery;
  readonly #onFailure: (error: unknown) => void;
  readonly #photos = new Map<number, PhotoSummary>();
  readonly #positions = new Map<number, number>();

  /** @param onFailure told why photos could not be had */
  constructor(gallery: Gallery, onFailure: (error: unknown) => void) {
    this.#gallery = gallery;
    this.#onFailure = onFailure;
  }

  at(position: number): PhotoSummary | undefined {
    return this.#photos.get(position);
  }

  positionOf(id: number): number | undefined {
    return this.#positions.get(id);
  }

  /** Gets those that aren't there; what can't be had is asked for again the next time. */
  async load(positions: readonly number[], signal?: AbortSignal): Promise<void> {
    const missing = positions.filter((position) => !this.#photos.has(position));
    if (missing.length === 0) return;
    try {
      for (const photo of await this.#gallery.photosAt(missing, { signal })) {
        this.#photos.set(photo.position, photo);
        this.#positions.set(photo.id, photo.position);
      }
    } catch (error) {
      if (signal?.aborted) return;
      this.#onFailure(error);
    }
    this.listeners.changed();
  }
}
