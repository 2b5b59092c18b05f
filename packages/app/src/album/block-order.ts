import type { GridBlocks } from "./grid-blocks.js";
import type { PhotoList } from "./photo-list.js";

/** The photos of blocks in display order: all of the album, or what a search found. */
export class BlockOrder implements PhotoList {
  readonly #blocks: GridBlocks;

  constructor(blocks: GridBlocks) {
    this.#blocks = blocks;
  }

  get listeners() {
    return this.#blocks.listeners;
  }

  has(id: number): boolean {
    return this.#blocks.blockOf(id) !== undefined;
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
