import { quantile } from "akin-browser/format";
import type { VectorSet } from "../similarity/neighbour-lists.js";
import { dot } from "./dot.js";
import type { WordNorms } from "./word-norms.js";
import type { WordSet } from "./word-set.js";

/** How much more a photo shows a word than is usual. */
export interface Standing {
  /** Deviations from what is usual of the word in the gallery. */
  ofWord(word: number): number;
  /**
   * The same, or if that is less, deviations from what is usual of words for this photo: an odd photo is far from what is
   * usual of all. Negative where it shows the word less than usual; 0 where the two disagree.
   */
  score(word: number): number;
}

/** Words by which an odd photo is found out. */
const COMPARED = 128;
/** Between the quartiles of a normal distribution, in standard deviations. */
const QUARTILES = 1.349;

/** @param row of the photo */
export function photoStanding(
  photos: VectorSet,
  row: number,
  words: WordSet,
  { middles, deviations }: WordNorms,
): Standing {
  const ofWord = (word: number) => {
    const deviation = deviations[word] ?? 0;
    if (deviation === 0) return 0;
    const cosine = dot(words.vectors, word, photos.vectors, row, words.dimensions);
    return (cosine - (middles[word] ?? 0)) / deviation;
  };
  const step = Math.max(1, Math.floor(words.words.length / COMPARED));
  const compared: number[] = [];
  for (let word = 0; word < words.words.length; word += step) compared.push(ofWord(word));
  const usual = Float64Array.from(compared).sort();
  const middle = quantile(usual, 0.5);
  const spread = Math.max(1, (quantile(usual, 0.75) - quantile(usual, 0.25)) / QUARTILES);
  return {
    ofWord,
    score(word) {
      const own = ofWord(word);
      const amongWords = (own - middle) / spread;
      if (own > 0 && amongWords > 0) return Math.min(own, amongWords);
      return own < 0 && amongWords < 0 ? Math.max(own, amongWords) : 0;
    },
  };
}
