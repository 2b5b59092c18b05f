import type { VectorSet } from "../similarity/neighbour-lists.js";
import { photoStanding } from "./photo-standing.js";
import type { WordNorms } from "./word-norms.js";
import type { WordSet } from "./word-set.js";

/** In standard deviations. */
const LEAST = 3;
const MOST = 10;
const STEP = 0.1;
/** Part of the photos with tags whose first one may be there by chance. */
const BY_CHANCE = 0.05;
/**
 * From which score on a photo gets a word as a tag. What is there by chance is as often below what is usual as above it:
 * so the photos that some word lies far below tell how many of those that some word lies far above mean nothing (as
 * decoys do in mass spectrometry: Elias and Gygi, 2007).
 *
 * @returns Infinity where no threshold leaves little enough to chance
 */
export function tagThreshold(photos: VectorSet, words: WordSet, norms: WordNorms): number {
  const extremes = norms.sample.map((row) => {
    const { score } = photoStanding(photos, row, words, norms);
    let [lowest, highest] = [0, 0];
    for (let word = 0; word < words.words.length; word++) {
      const own = score(word);
      lowest = Math.min(lowest, own);
      highest = Math.max(highest, own);
    }
    return { lowest, highest };
  });
  for (let threshold = LEAST; threshold <= MOST; threshold += STEP) {
    const above = extremes.filter(({ highest }) => highest >= threshold).length;
    const below = extremes.filter(({ lowest }) => lowest <= -threshold).length;
    if (0.25 + below <= BY_CHANCE * above) return threshold;
  }
  return Infinity;
}
