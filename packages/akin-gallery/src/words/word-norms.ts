import { quantile } from "akin-browser/format";
import { hashOrder } from "../similarity/calibration/sample-pairs.js";
import type { VectorSet } from "../similarity/neighbour-lists.js";
import { dot } from "./dot.js";
import type { WordSet } from "./word-set.js";

/** What is usual of each word in a gallery: its cosines to photos that mostly show something else. */
export interface WordNorms {
  /** A place a word. */
  middles: Float64Array;
  /** Standard deviations; 0 for a word that all photos are equally far from. */
  deviations: Float64Array;
  /** Rows of photos that this was found out from. */
  sample: readonly number[];
}

/** Photos that are asked: the tenth of 1,000 is known within a tenth of the deviation. */
const MOST_PHOTOS = 1000;
/** Below the middle, so that photos that show the thing, up to a third of them, change little. */
const LOW = { part: 0.1, deviations: -1.2816 };
const MIDDLE = { part: 0.4, deviations: -0.2533 };
/** Below the middle they may lie close together by chance: at least so much of the deviation of all. */
const LEAST_OF_ALL = 0.6;
/** Of a normal distribution, from its middle to its quartile, in standard deviations. */
const QUARTILE = 0.6745;
/** A word's own deviation counts as that of so many photos, beside the usual one of words. */
const USUAL_COUNTS = 16;

/** The same photos and words give the same, on any machine. */
export function wordNorms(photos: VectorSet, words: WordSet): WordNorms {
  const sample = hashOrder(photos.ids).slice(0, MOST_PHOTOS);
  const { dimensions } = words;
  const middles = new Float64Array(words.words.length);
  const own = new Float64Array(words.words.length);
  const cosines = new Float64Array(sample.length);
  for (let word = 0; word < own.length; word++) {
    for (const [i, row] of sample.entries()) {
      cosines[i] = dot(words.vectors, word, photos.vectors, row, dimensions);
    }
    cosines.sort();
    const low = quantile(cosines, LOW.part);
    const middle = quantile(cosines, MIDDLE.part);
    const below = (middle - low) / (MIDDLE.deviations - LOW.deviations);
    const deviation = Math.max(below, LEAST_OF_ALL * deviationOfAll(cosines));
    own[word] = deviation;
    middles[word] = middle - MIDDLE.deviations * deviation;
  }
  const usual = quantile(own.slice().sort(), 0.5);
  const count = sample.length;
  const deviations = own.map((value) =>
    Math.sqrt((value ** 2 * count + usual ** 2 * USUAL_COUNTS) / (count + USUAL_COUNTS)),
  );
  return { middles, deviations, sample };
}

/** By the median of the absolute deviations from the median. */
function deviationOfAll(ascending: Float64Array): number {
  const median = quantile(ascending, 0.5);
  const apart = ascending.map((value) => Math.abs(value - median)).sort();
  return quantile(apart, 0.5) / QUARTILE;
}
