import { phraseKey } from "akin-browser/format";

const MOST = 6;

/** A completion, and how it reads. */
interface Candidate {
  text: string;
  /** Fewer first. */
  rank: number;
}

/**
 * How a text that is being typed could go on with a vocabulary: phrases that begin as it does, phrases with a later word
 * that begins so, and what its last words could be the start of; of each the shorter ones first.
 */
export function completeWord(typed: string, words: readonly string[]): string[] {
  const key = phraseKey(typed);
  if (key === "") return [];
  const lastWord = key.split(" ").at(-1) ?? "";
  const before = typed.trimEnd().slice(0, typed.trimEnd().length - lastWord.length);
  const candidates = words.flatMap((word): Candidate[] => {
    const phrase = phraseKey(word);
    if (phrase === key) return [];
    if (phrase.startsWith(key)) return [{ text: word, rank: 0 }];
    if (phrase.includes(` ${key}`)) return [{ text: word, rank: 1 }];
    const isAfter = before.trim() !== "" && phrase.startsWith(lastWord) && phrase !== lastWord;
    return isAfter ? [{ text: `${before.trim()} ${word}`, rank: 2 }] : [];
  });
  candidates.sort((a, b) => a.rank - b.rank || a.text.length - b.text.length);
  return candidates.slice(0, MOST).map(({ text }) => text);
}
