import type { PhotoList } from "./photo-list.js";
import type { PositionedPhotos } from "./positioned-photos.js";

/** Photos ahead that are fetched with the next one. */
const AHEAD = 3;

/** A list of photos by position, the newest first, of any length. */
export class PositionList implements PhotoList {
  readonly #photos: PositionedPhotos;
  readonly #read: () => readonly number[];
  #known: readonly number[] | undefined;

  /** @param read gives the positions, descending; asked once, when a photo of the page is opened */
  constructor(photos: PositionedPhotos, read: () => readonly number[]) {
    this.#photos = photos;
    this.#read = read;
  }

  get #positions(): readonly number[] {
    this.#known ??= this.#read();
    return this.#known;
  }

  get listeners() {
    return this.#photos.listeners;
  }

  has(id: number): boolean {
    return this.#indexOf(id) >= 0;
  }

  neighbours(id: number) {
    const at = this.#indexOf(id);
    return { previous: this.#photo(at - 1), next: at < 0 ? undefined : this.#photo(at + 1) };
  }

  async approach(id: number): Promise<void> {
    const at = this.#indexOf(id);
    if (at < 0) return;
    await this.#photos.load(this.#positions.slice(Math.max(0, at - AHEAD), at + AHEAD + 1));
  }

  #photo(at: number) {
    const position = this.#positions[at];
    return position === undefined ? undefined : this.#photos.at(position);
  }

  /** By halving: there may be 100,000. */
  #indexOf(id: number): number {
    const position = this.#photos.positionOf(id);
    if (position === undefined) return -1;
    let [low, high] = [0, this.#positions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#positions[middle] ?? 0) > position) low = middle + 1;
      else high = middle;
    }
    return this.#positions[low] === position ? low : -1;
  }
}
