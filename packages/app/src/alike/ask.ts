import type { PhotoFilter } from "akin-browser";
import type { Card } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { type Answer, answerOfCard, answerOfSearch } from "./answer.js";
import { knownExamples } from "./known-examples.js";
import { photoAmongAll, type Question } from "./question.js";

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
  const [plus, minus] = await Promise.all([
    knownExamples(album, question.plus),
    knownExamples(album, question.minus),
  ]);
  const [seed] = plus.cards;
  if (seed !== undefined && photoAmongAll(question) !== undefined) {
    if (question.by === "look" && seed.byLook.length > 0) return answerOfCard(seed.byLook);
    asking.onFirst(answerOfCard(seed.similar));
  }
  if (plus.searched.length + minus.searched.length === 0) return { photos: [], hasWords: false };
  // Other frames of a seed's burst, or all of the photo that a part is of, would be the nearest, and tell nothing.
  const cards = [...plus.cards, ...minus.cards];
  const known = groupOf(cards);
  const left = known.size + cards.length;
  const found = await album.gallery.search({
    plus: plus.searched,
    minus: minus.searched,
    where: question.filter satisfies PhotoFilter,
    limit: mostPhotos(album) + left,
    signal: asking.signal,
    onLoading: asking.onLoading,
  });
  const seeds = new Set(cards.map(({ id }) => id));
  const others = found.filter(({ id }) => !known.has(id) && !seeds.has(id));
  const hasWord = question.plus.some(({ kind }) => kind === "word");
  const isCalibrated = minus.searched.length === 0 && !hasWord;
  return answerOfSearch(others, isCalibrated ? manifest.calibration : null);
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
