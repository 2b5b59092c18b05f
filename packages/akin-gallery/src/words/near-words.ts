import { dot } from "./dot.js";
import type { WordSet } from "./word-set.js";

/** Cosine from which two words say the same, once what all words have in common is taken away. */
const SAME = 0.7;

/** Tells of two words whether they say nearly the same: a photo gets only one of them. */
export function nearWords({
  words,
  vectors,
  dimensions,
}: WordSet): (a: number, b: number) => boolean {
  const mean = new Float64Array(dimensions);
  for (let i = 0; i < vectors.length; i++) {
    mean[i % dimensions] = (mean[i % dimensions] ?? 0) + (vectors[i] ?? 0) / words.length;
  }
  const centred = vectors.map((value, i) => value - (mean[i % dimensions] ?? 0));
  const squared = (word: number) => dot(centred, word, centred, word, dimensions);
  return (a, b) => {
    const norms = Math.sqrt(squared(a) * squared(b));
    return norms > 0 && dot(centred, a, centred, b, dimensions) >= SAME * norms;
  };
}
