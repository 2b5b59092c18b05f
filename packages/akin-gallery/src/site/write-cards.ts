import { setImmediate as nextTurn } from "node:timers/promises";
import {
  CARD_INDEX_FANOUT,
  type CardIndex,
  type CardShard,
  cardShard,
  type StoredCard,
} from "akin-browser/format";
import { forEachLimited } from "./for-each-limited.js";
import { originalPath } from "./place-photo-files.js";
import { placeName } from "./public-fields.js";
import { type PublicPhoto, publicDetailsReader } from "./public-photos.js";
import { SimilarOnCards } from "./similar-on-cards.js";
import type { SiteFolder } from "./site-folder.js";
import type { SiteInput } from "./site-input.js";

/**
 * A shard holds between this and twice as many cards on average: 2 to 4 KB compressed. Ten photos that are added change
 * the cards of some 240 that they are similar to, and with each card its shard: with four times as many cards in it,
 * they would change 2.1 MB of an album of 10,000 instead of 0.9. Empty shards are one file.
 */
const FEWEST_CARDS = 1;

/** Shards in memory and in zlib's threads at once. */
const AT_ONCE = 8;

/** Shards that are written without a look at what else happens. */
const HEARD_EVERY = 256;

/** What is told on cards. */
type CardsInput = Pick<SiteInput, "database" | "fields" | "originals">;

/**
 * Writes the cards and their index.
 *
 * @param photos all that are published, by `images.id`
 * @param onCard told of each card that is written
 */
export async function writeCards(
  site: SiteFolder,
  photos: ReadonlyMap<number, PublicPhoto>,
  input: CardsInput,
  signal: AbortSignal,
  onCard: (card: StoredCard) => void = () => {},
): Promise<CardIndex> {
  const bits = Math.max(0, Math.floor(Math.log2(photos.size / FEWEST_CARDS)));
  const shards: string[] = [];
  const cards = readCards(photos, input);
  await forEachLimited(cutIntoShards(cards, bits), AT_ONCE, async (shard, index) => {
    const { name } = await site.putData("cards", JSON.stringify(shard));
    shards[index] = name;
    // Where all files are there already, nothing is waited for, and Ctrl-C would not be heard.
    if (index % HEARD_EVERY === 0) await nextTurn();
    for (const card of Object.values(shard)) onCard(card);
    signal.throwIfAborted();
  });
  const index: string[] = [];
  for (let start = 0; start < shards.length; start += CARD_INDEX_FANOUT) {
    const names = shards.slice(start, start + CARD_INDEX_FANOUT);
    const { name } = await site.putData("cards", JSON.stringify(names));
    index.push(name);
  }
  return { bits, index };
}

/** All `2^bits` shards in order, also those without a card. */
function* cutIntoShards(cards: Iterable<StoredCard>, bits: number): Generator<CardShard> {
  let shard: CardShard = {};
  let current = 0;
  for (const card of cards) {
    for (; current < cardShard(card.id, bits); current++) {
      yield shard;
      shard = {};
    }
    shard[card.id] = card;
  }
  for (; current < 2 ** bits; current++) {
    yield shard;
    shard = {};
  }
}

/** Ascending by id. */
function* readCards(
  photos: ReadonlyMap<number, PublicPhoto>,
  { database, fields, originals }: CardsInput,
): Generator<StoredCard> {
  const likes = new SimilarOnCards(database, photos, fields);
  const detailsOf = publicDetailsReader(database, fields);
  for (const photo of [...photos.values()].sort((a, b) => a.id - b.id)) {
    const { position: _, imageId: __, ownPath: ___, ...drawable } = photo;
    const { place, colours: ____, ...own } = detailsOf(photo);
    yield {
      ...drawable,
      ...own,
      place: placeName(place) || null,
      original: originalPath(photo, originals),
      ...likes.of(photo),
    };
  }
}
