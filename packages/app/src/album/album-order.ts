import type { GridBlocks } from "./grid-blocks.js";
import type { PhotoList } from "./photo-list.js";

/** All photos of the album in display order. */
export class AlbumOrder implements PhotoList {
  readonly #blocks: GridBlocks;

  constructor(blocks: GridBlocks) {
    this.#blocks = blocks;
  }

  get listeners() {
    return this.#blocks.listeners;
  }

  has(): boolean {
    return true;
  }

  neighbours(id: number) {
    return this.#blocks.neighbours(id);
  }

  async approach(id: number, takenAt: string | null | undefined): Promise<void> {
    const blocks = this.#blocks;
    if (takenAt !== undefined) await blocks.locate(id, takenAt);
    const wanted = blocks.blocksAround(id).filter((name) => !blocks.hasFailed(name));
    await Promise.all(wanted.map((name) => blocks.load(name)));
  }
}
