import type { Gallery } from "akin-browser";
import { AlbumChanged } from "./album-changed.js";
import { BlockOrder } from "./block-order.js";
import { Cards } from "./cards.js";
import { CurrentList } from "./current-list.js";
import { type BlockSource, GridBlocks } from "./grid-blocks.js";
import { type PhotoSummary, summariesOfBlock, summaryOfCard } from "./photo-summary.js";

/** The open gallery with all that has been fetched of it. */
export class Album {
  readonly gallery: Gallery;
  readonly blocks: GridBlocks;
  readonly cards: Cards;
  readonly lists: CurrentList;
  readonly changed = new AlbumChanged();
  /** Photos known only as the neighbours of others. */
  readonly #seen = new Map<number, PhotoSummary>();

  constructor(gallery: Gallery) {
    this.gallery = gallery;
    this.blocks = new GridBlocks(albumBlocks(gallery), this.changed.notice);
    this.cards = new Cards(gallery, this.changed.notice);
    this.lists = new CurrentList(new BlockOrder(this.blocks));
  }

  get manifest() {
    return this.gallery.manifest;
  }

  /** Remembers how to draw a photo that one is about to go to. */
  remember(photo: PhotoSummary): void {
    this.#seen.set(photo.id, photo);
  }

  /** As much of a photo as is known without asking for it. */
  find(id: number): PhotoSummary | undefined {
    const inGrid = this.blocks.find(id);
    if (inGrid !== undefined) return inGrid;
    const state = this.cards.state(id);
    return state.status === "ready" ? summaryOfCard(state.card) : this.#seen.get(id);
  }
}

function albumBlocks(gallery: Gallery): BlockSource {
  return {
    timeline: gallery.manifest.timeline,
    fetch: async (name) => summariesOfBlock(await gallery.block(name)),
  };
}
