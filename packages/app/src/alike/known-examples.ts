import type { Card } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { pictureOf } from "../dropped/pictures.js";
import type { Example } from "../navigation/example.js";
import { wordVector } from "../words/word-vector.js";

/** Examples as a search takes them; those that are gone are left out. */
export interface KnownExamples {
  /** Ids of photos, and vectors. */
  searched: (number | Float32Array)[];
  /** Of the photos that are examples, or that a part is of. */
  cards: Card[];
}

export async function knownExamples(
  album: Album,
  examples: readonly Example[],
): Promise<KnownExamples> {
  const known = await Promise.all(examples.map((example) => knownExample(album, example)));
  return {
    searched: known.flatMap(({ searched }) => searched ?? []),
    cards: known.flatMap(({ card }) => card ?? []),
  };
}

interface KnownExample {
  searched?: number | Float32Array | undefined;
  card?: Card | undefined;
}

async function knownExample(album: Album, example: Example): Promise<KnownExample> {
  if (example.kind === "picture") return { searched: pictureOf(example.name)?.vector };
  if (example.kind === "word") {
    return { searched: (await wordVector(album.gallery, example.text)) ?? undefined };
  }
  const card = await cardOf(album, example.id);
  if (card === null) return {};
  if (example.kind === "photo") return { searched: card.id, card };
  // Its code comes with the first part.
  const { partVector } = await import("../part/part-vector.js");
  return { searched: await partVector(album, card, example.part), card };
}

async function cardOf({ cards, gallery }: Album, id: number): Promise<Card | null> {
  await cards.load(id);
  const state = cards.state(id);
  // Asked again for the reason.
  return state.status === "ready" ? state.card : await gallery.photo(id);
}
