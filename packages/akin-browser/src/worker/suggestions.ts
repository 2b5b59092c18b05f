import { wordsOf } from "../format/words-of.js";
import type { Suggestion } from "../search.js";
import { facetWords } from "./facet-words.js";
import type { OpenedGallery } from "./opened-gallery.js";

/** Facets are looked up by so many of the last words that were typed. */
const MOST_WORDS = 4;

/** The end of a text from the start of one of its words. */
interface Ending {
  start: number;
  /** As the index has its words, with spaces between them. */
  words: string;
}

/** Answers `Gallery.suggest`. */
export async function suggestions(
  gallery: OpenedGallery,
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const endings = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    .slice(-MOST_WORDS)
    .map(({ index }): Ending => ({ start: index, words: wordsOf(text.slice(index)).join(" ") }));
  const last = endings.at(-1);
  if (last === undefined || /[\s"]$/.test(text)) return [];
  const [facets, words] = await Promise.all([
    suggestedFacets(gallery, endings, signal),
    suggestedWords(gallery, last, limit, signal),
  ]);
  const kept = facets.slice(0, limit - Math.min(words.length, Math.floor(limit / 2)));
  return [...kept, ...words].slice(0, limit);
}

async function suggestedFacets(
  gallery: OpenedGallery,
  endings: readonly Ending[],
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const facets = await facetWords(gallery, signal);
  const found = facets.flatMap(({ words, kind, value, photos }) => {
    const order = endings.findIndex((ending) => fit(words, ending.words) > 0);
    const ending = endings[order];
    if (ending === undefined) return [];
    const suggestion: Suggestion = { kind, value, photos, start: ending.start };
    return [{ suggestion, order, fit: fit(words, ending.words) }];
  });
  found.sort(
    (a, b) => a.order - b.order || b.fit - a.fit || b.suggestion.photos - a.suggestion.photos,
  );
  return found.map(({ suggestion }) => suggestion);
}

/** How well a facet fits what is typed: 3 if it begins so, 2 if one of its words does, 1 if that is in it, else 0. */
function fit(words: string, typed: string): number {
  if (words.startsWith(typed)) return 3;
  if (words.includes(` ${typed}`)) return 2;
  return typed.length > 1 && words.includes(typed) ? 1 : 0;
}

async function suggestedWords(
  { connection }: OpenedGallery,
  { start, words }: Ending,
  limit: number,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const found = await connection.select(
    `SELECT word, photos FROM words WHERE word > ? AND word < ? ORDER BY photos DESC, word LIMIT ?`,
    [words, `${words}\u{10ffff}`, limit],
    signal,
  );
  return found.map(({ word, photos }) => ({
    kind: "word",
    value: String(word),
    photos: Number(photos),
    start,
  }));
}
