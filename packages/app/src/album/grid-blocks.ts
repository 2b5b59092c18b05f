import type { TimelineMonth } from "akin-browser/format";
import { Listeners } from "../listeners.js";
import type { PhotoSummary } from "./photo-summary.js";

interface PlacedBlock {
  name: string;
  month: string | null;
  /** Place among all blocks, in display order. */
  index: number;
}

/** Photos of an album, or those that a search found, in blocks that are fetched when they are wanted. */
export interface BlockSource {
  /** All blocks in display order. */
  readonly timeline: readonly TimelineMonth[];
  fetch(block: string): Promise<readonly PhotoSummary[]>;
}

/** The grid's blocks as far as they have been asked for, and their order. */
export class GridBlocks {
  readonly listeners = new Listeners();
  readonly timeline: readonly TimelineMonth[];
  readonly #source: BlockSource;
  readonly #onFailure: (error: unknown) => void;
  readonly #order: PlacedBlock[];
  readonly #loaded = new Map<string, readonly PhotoSummary[]>();
  readonly #failed = new Set<string>();
  readonly #places = new Map<number, { block: PlacedBlock; index: number }>();

  /** @param onFailure told why a block could not be had */
  constructor(source: BlockSource, onFailure: (error: unknown) => void) {
    this.#source = source;
    this.timeline = source.timeline;
    this.#onFailure = onFailure;
    this.#order = source.timeline
      .flatMap(({ month, blocks }) => blocks.map(({ name }) => ({ name, month })))
      .map((block, index) => ({ ...block, index }));
  }

  get loaded(): ReadonlyMap<string, readonly PhotoSummary[]> {
    return this.#loaded;
  }

  hasFailed(name: string): boolean {
    return this.#failed.has(name);
  }

  find(id: number): PhotoSummary | undefined {
    const place = this.#places.get(id);
    return place && this.#loaded.get(place.block.name)?.[place.index];
  }

  /** The name of the block that holds a photo, if it has come. */
  blockOf(id: number): string | undefined {
    return this.#places.get(id)?.block.name;
  }

  idsOf(name: string): number[] {
    return this.#loaded.get(name)?.map((photo) => photo.id) ?? [];
  }

  /** Gets blocks that aren't there, and tells of them at once, so that the page doesn't shift for each. */
  async loadAll(names: readonly string[]): Promise<void> {
    const retried = names.filter((name) => this.#failed.delete(name));
    if (retried.length > 0) this.listeners.changed();
    await Promise.all(names.map((name) => this.#fetch(name)));
    this.listeners.changed();
  }

  /** Gets one block; a failure is kept for `hasFailed`. */
  async load(name: string): Promise<readonly PhotoSummary[]> {
    if (!this.#loaded.has(name)) await this.loadAll([name]);
    return this.#loaded.get(name) ?? [];
  }

  async #fetch(name: string): Promise<void> {
    const block = this.#order.find((each) => each.name === name);
    if (block === undefined) return;
    try {
      const photos = await this.#source.fetch(name);
      if (this.#loaded.has(name)) return;
      this.#loaded.set(name, photos);
      photos.forEach(({ id }, index) => {
        this.#places.set(id, { block, index });
      });
    } catch (error) {
      this.#onFailure(error);
      this.#failed.add(name);
    }
  }

  /** Gets the block that holds a photo: one of its month's. */
  async locate(id: number, takenAt: string | null): Promise<void> {
    const month = takenAt?.slice(0, 7) ?? null;
    for (const block of this.#order) {
      if (this.#places.has(id)) return;
      if (block.month === month) await this.load(block.name);
    }
  }

  /** The photos before and after one in the album's order; undefined at an end and where the block isn't there. */
  neighbours(id: number): { previous: PhotoSummary | undefined; next: PhotoSummary | undefined } {
    const place = this.#places.get(id);
    if (place === undefined) return { previous: undefined, next: undefined };
    const { block, index } = place;
    const photos = this.#loaded.get(block.name) ?? [];
    const before = this.#loaded.get(this.#order[block.index - 1]?.name ?? "");
    const after = this.#loaded.get(this.#order[block.index + 1]?.name ?? "");
    return {
      previous: index > 0 ? photos[index - 1] : before?.at(-1),
      next: photos[index + 1] ?? after?.[0],
    };
  }

  /** Names of the blocks that the photos next to one are in, so that they can be fetched ahead. */
  blocksAround(id: number): string[] {
    const place = this.#places.get(id);
    if (place === undefined) return [];
    const { block, index } = place;
    const last = (this.#loaded.get(block.name)?.length ?? 0) - 1;
    const wanted = [
      ...(index < 2 ? [this.#order[block.index - 1]] : []),
      ...(index > last - 2 ? [this.#order[block.index + 1]] : []),
    ];
    return wanted.flatMap((each) => each?.name ?? []);
  }

  /** The first and the last block of the album. */
  ends(): { first: string | undefined; last: string | undefined } {
    return { first: this.#order[0]?.name, last: this.#order.at(-1)?.name };
  }
}
