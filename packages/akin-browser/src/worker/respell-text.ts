import { editDistance } from "./edit-distance.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { type Vocabulary, vocabularyOf } from "./vocabulary.js";
import { wordsOf } from "./words-of.js";

/** Answers `Gallery.respell`. */
export async function respellText(
  gallery: OpenedGallery,
  text: string,
  signal: AbortSignal,
): Promise<string | null> {
  const vocabulary = await vocabularyOf(gallery, signal);
  const known = new Set(vocabulary.words);
  const respelled = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (typed, at: number) => {
    const [word = "", ...more] = wordsOf(typed);
    // Writing without spaces is several words here, and numbers can't be misspelt.
    if (more.length > 0 || /\p{N}/u.test(word) || known.has(word)) return typed;
    const end = text.slice(at + typed.length);
    const isBegun = end === "" || end.startsWith("*");
    if (isBegun && vocabulary.words.some((other) => other.startsWith(word))) return typed;
    return nearestWord(word, vocabulary) ?? typed;
  });
  return respelled === text ? null : respelled;
}

/** The word that differs by the fewest letters; of several the one of the most photos. */
function nearestWord(word: string, { words, photos }: Vocabulary): string | null {
  let most = mostDifferent(word);
  let best = -1;
  for (let index = 0; most > 0 && index < words.length; index++) {
    const distance = editDistance(word, words[index] ?? "", most);
    if (distance > most) continue;
    if (distance === most && best >= 0 && (photos[index] ?? 0) <= (photos[best] ?? 0)) continue;
    most = distance;
    best = index;
  }
  return words[best] ?? null;
}

/** Of short words too many others differ by two letters. */
function mostDifferent({ length }: string): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}
