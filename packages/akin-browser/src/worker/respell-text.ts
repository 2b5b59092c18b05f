import { wordsOf } from "../format/words-of.js";
import { editDistance } from "./edit-distance.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { type VocabularyWord, vocabularyOf } from "./vocabulary.js";

/** Answers `Gallery.respell`. */
export async function respellText(
  gallery: OpenedGallery,
  text: string,
  signal: AbortSignal,
): Promise<string | null> {
  const vocabulary = await vocabularyOf(gallery, signal);
  const known = new Set(vocabulary.map(({ word }) => word));
  const respelled = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed, at: number) => {
    const [word = "", ...more] = wordsOf(typed);
    // Writing without spaces is several words here, and numbers can't be misspelt.
    if (more.length > 0 || /\p{N}/u.test(word) || known.has(word)) return typed;
    const end = text.slice(at + typed.length);
    const isBegun = end === "" || end.startsWith("*");
    if (isBegun && vocabulary.some((other) => other.word.startsWith(word))) return typed;
    return nearestWord(word, vocabulary) ?? typed;
  });
  return respelled === text ? null : respelled;
}

/** The word that differs by the fewest letters; of several the one of the most photos. */
function nearestWord(word: string, vocabulary: readonly VocabularyWord[]): string | null {
  let most = mostDifferent(word);
  let best: VocabularyWord | null = null;
  if (most === 0) return null;
  for (const other of vocabulary) {
    const distance = editDistance(word, other.word, most);
    if (distance > most) continue;
    if (distance === most && best !== null && other.photos <= best.photos) continue;
    most = distance;
    best = other;
  }
  return best?.word ?? null;
}

/** Of short words too many others differ by two letters. */
function mostDifferent({ length }: string): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}
