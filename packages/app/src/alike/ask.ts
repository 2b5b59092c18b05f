import type { PhotoFilter } from "akin-browser";
import type { Card } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { type Answer, answerOfCard, answerOfSearch } from "./answer.js";
import { isOfOne, type Question } from "./question.js";

/** Photos that are looked for, and where single ones have to be fetched. */
const MOST = 200;
const MOST_BY_SIGNS = 60;

/** What is told while a question is being answered. */
export interface Asking {
  signal: AbortSignal;
  /** A first answer, which another one will follow. */
  onFirst: (answer: Answer) => void;
  onLoading: (loadedBytes: number, totalBytes: number) => void;
}

/** Answers a question: by the photo's card at once, and by a search over all photos. */
export async function ask(album: Album, question: Question, asking: Asking): Promise<Answer> {
  const { manifest } = album.gallery;
  const plus = await cardsOf(album, question.plus);
  const minus = await cardsOf(album, question.minus);
  const [seed] = plus;
  if (seed !== undefined && isOfOne(question)) {
    if (question.by === "look" && seed.byLook.length > 0) return answerOfCard(seed.byLook);
    asking.onFirst(answerOfCard(seed.similar));
  }
  if (plus.length + minus.length === 0 && question.picture === null) {
    return { photos: [], hasWords: false };
  }
  // Other frames of a seed's burst would be the nearest of all, and tell nothing.
  const known = groupOf([...plus, ...minus]);
  const found = await album.gallery.search({
    plus: plus.map(({ id }) => id),
    minus: minus.map(({ id }) => id),
    vector: question.picture?.vector,
    where: question.filter satisfies PhotoFilter,
    limit: mostPhotos(album) + known.size,
    signal: asking.signal,
    onLoading: asking.onLoading,
  });
  const others = found.filter(({ id }) => !known.has(id));
  return answerOfSearch(others, manifest.calibration, minus.length > 0);
}

/** The cards of photos; those that are not in the gallery are left out. */
async function cardsOf({ cards, gallery }: Album, ids: readonly number[]): Promise<Card[]> {
  await Promise.all(ids.map((id) => cards.load(id)));
  const found = ids.map((id) => {
    const state = cards.state(id);
    // Asked again for the reason.
    return state.status === "ready" ? state.card : gallery.photo(id);
  });
  return (await Promise.all(found)).filter((card) => card !== null);
}

/** Ids of the photos that belong to a group of one of these. */
export function groupOf(cards: readonly Card[]): ReadonlySet<number> {
  return new Set(cards.flatMap(({ group }) => group?.photos.map(({ id }) => id) ?? []));
}

function mostPhotos({ gallery }: Album): number {
  return isSketchy(gallery.vectorsCost()) ? MOST_BY_SIGNS : MOST;
}

/** Whether a search goes by the signs of vectors, as all of them are much to load. */
export function isSketchy(cost: { bytes: number; searchBytes: number }): boolean {
  return cost.searchBytes < cost.bytes;
}
