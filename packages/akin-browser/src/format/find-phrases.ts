import { wordsOf } from "./words-of.js";

/** Words that say nothing of what a photo shows. */
const PASSED_OVER = new Set(
  (
    "a an the some any this that these those my our your his her its their " +
    "and or of at in on with by for from to into near over under is are was were being " +
    "i me we us you he she it they there where which who photo photos picture pictures image images shot"
  ).split(" "),
);

/** What a word or phrase is looked up by: its words in lower case, without accents and signs. */
export function phraseKey(text: string): string {
  return wordsOf(text).join(" ");
}

/**
 * The phrases of a vocabulary that a text consists of, the longest first: "red ice cream" is `red` and `ice cream`. Small
 * words are passed over; a plural stands for its singular.
 *
 * @param rows of the vocabulary by `phraseKey`
 * @param longest words of its longest phrase
 * @returns rows, in order of the text; null if a word that means something is unknown, or none means anything
 */
export function findPhrases(
  text: string,
  rows: ReadonlyMap<string, number>,
  longest: number,
): number[] | null {
  const words = wordsOf(text);
  const found: number[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = longestAt(words, at, rows, longest);
    if (phrase) found.push(phrase.row);
    else if (!PASSED_OVER.has(words[at] ?? "")) return null;
    at += phrase?.length ?? 1;
  }
  return found.length > 0 ? found : null;
}

function longestAt(
  words: readonly string[],
  at: number,
  rows: ReadonlyMap<string, number>,
  longest: number,
): { row: number; length: number } | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    for (const phrase of withSingular(words.slice(at, at + length).join(" "))) {
      const row = rows.get(phrase);
      if (row !== undefined) return { row, length };
    }
  }
  return undefined;
}

/** A phrase as it is, then what it may be the English plural of. */
function withSingular(phrase: string): string[] {
  const endings: [RegExp, string][] = [
    [/ies$/, "y"],
    [/(?<=s|x|z|ch|sh|o)es$/, ""],
    [/(?<!s)s$/, ""],
  ];
  const singulars = endings.flatMap(([ending, instead]) =>
    ending.test(phrase) ? [phrase.replace(ending, instead)] : [],
  );
  return [phrase, ...singulars];
}
