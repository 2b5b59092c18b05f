import type { Card } from "../format/card.js";
import { CARD_INDEX_FANOUT, type CardIndex, cardShard, type Manifest } from "../format/manifest.js";
import { photoId } from "../format/photo-id.js";
import { GalleryError } from "../gallery-error.js";
import { parseCardShard, parseShardNames } from "../source/parse-cards.js";
import { json, type SiteFileOptions, SiteFiles } from "../source/site-files.js";
import { type Calibrations, withScores } from "./with-scores.js";

/** Parsed shards of a few dozen cards kept in memory: some MB at most. */
const SHARDS_KEPT = 64;
/** All index files of a gallery of a million photos. */
const INDEXES_KEPT = 128;

/** Finds cards through the two levels of `data/cards/`. */
export class CardFinder {
  readonly #index: CardIndex;
  readonly #names: SiteFiles<string[]>;
  readonly #shards: SiteFiles<Record<string, Card>>;

  /** @param folder URL of `data/cards/` */
  constructor(folder: string, manifest: Calibrations & Pick<Manifest, "cards">) {
    this.#index = manifest.cards;
    this.#names = new SiteFiles(folder, json(parseShardNames), INDEXES_KEPT);
    this.#shards = new SiteFiles(
      folder,
      json((value, url) => withScores(parseCardShard(value, url), manifest)),
      SHARDS_KEPT,
    );
  }

  async byId(id: number, options?: SiteFileOptions): Promise<Card | null> {
    if (!Number.isSafeInteger(id) || id < 1) return null;
    const shard = cardShard(id, this.#index.bits);
    const indexName = this.#index.index[Math.floor(shard / CARD_INDEX_FANOUT)];
    if (indexName === undefined) throw incomplete(shard);
    const names = await this.#names.get(indexName, options);
    const name = names[shard % CARD_INDEX_FANOUT];
    if (name === undefined) throw incomplete(shard);
    return (await this.#shards.get(name, options))[id] ?? null;
  }

  /** Paths whose ids collide were given the ids of later attempts; the card's own path tells which one it is. */
  async byPath(path: string, options?: SiteFileOptions): Promise<Card | null> {
    for (let attempt = 0; ; attempt++) {
      const card = await this.byId(photoId(path, attempt), options);
      if (card === null || card.path === path) return card;
    }
  }

  clear(reason: unknown): void {
    this.#names.clear(reason);
    this.#shards.clear(reason);
  }
}

function incomplete(shard: number): GalleryError {
  return new GalleryError("DAMAGED", `The gallery's card index has no shard ${shard}.`);
}
