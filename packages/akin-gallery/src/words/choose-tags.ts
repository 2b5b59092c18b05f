import type { VectorSet } from "../similarity/neighbour-lists.js";
import { type TopScoresEngine, withTopScores } from "../similarity/top-scores.js";
import { nearWords } from "./near-words.js";
import { photoStanding } from "./photo-standing.js";
import { tagThreshold } from "./tag-threshold.js";
import { type WordNorms, wordNorms } from "./word-norms.js";
import type { WordSet } from "./word-set.js";

/** A handful. */
const MOST_TAGS = 5;
/** A photo's further words show at least so much of what its first one does. */
const OF_THE_FIRST = 0.6;
/** Words of which the scores are computed exactly. */
const SHORTLIST = 48;
/** Photos at once. */
const BLOCK = 1024;
/** Fewer say nothing of what is usual. */
const FEWEST_PHOTOS = 12;

/** Tags of photos, by row of the set; those without any are left out. */
export type TagsByRow = Map<number, string[]>;

/**
 * The words that photos stand out by, among the gallery's photos and among the words: at most a handful each, those that
 * stand out most first.
 *
 * @param photos L2-normalised
 * @param onProgress called with how many photos are done
 */
export async function chooseTags(
  photos: VectorSet,
  words: WordSet,
  signal: AbortSignal,
  onProgress: (done: number) => void = () => {},
): Promise<TagsByRow> {
  const chosen: TagsByRow = new Map();
  const count = photos.ids.length;
  if (count < FEWEST_PHOTOS || words.words.length === 0) return chosen;
  const norms = wordNorms(photos, words);
  const threshold = tagThreshold(photos, words, norms);
  if (threshold === Infinity) return chosen;
  const areNear = nearWords(words);
  await withTopScores(words.dimensions + 1, async (engine) => {
    const scaled = scaledWords(words, norms);
    for (let start = 0; start < count; start += BLOCK) {
      signal.throwIfAborted();
      const end = Math.min(count, start + BLOCK);
      const shortlists = await shortlistsOf(engine, photos, scaled, start, end);
      for (const [i, shortlist] of shortlists.entries()) {
        const { score } = photoStanding(photos, start + i, words, norms);
        const scored = shortlist
          .map((word) => ({ word, score: score(word) }))
          .filter((candidate) => candidate.score >= threshold)
          .sort((a, b) => b.score - a.score || a.word - b.word);
        const tags = distinct(scored, areNear).map((word) => words.words[word] ?? "");
        if (tags.length > 0) chosen.set(start + i, tags);
      }
      onProgress(end);
    }
  });
  return chosen;
}

function distinct(
  candidates: readonly { word: number; score: number }[],
  areNear: (a: number, b: number) => boolean,
): number[] {
  const least = OF_THE_FIRST * (candidates[0]?.score ?? 0);
  const kept: number[] = [];
  for (const { word, score } of candidates) {
    if (kept.length === MOST_TAGS || score < least) break;
    if (!kept.some((other) => areNear(other, word))) kept.push(word);
  }
  return kept;
}

/** Words whose dot product with a photo and a 1 behind it is the deviation from what is usual of the word. */
function scaledWords(
  { words, vectors, dimensions }: WordSet,
  { middles, deviations }: WordNorms,
): Float32Array {
  const length = dimensions + 1;
  const scaled = new Float32Array(words.length * length);
  for (let word = 0; word < words.length; word++) {
    const deviation = deviations[word] ?? 0;
    if (deviation === 0) continue;
    for (let i = 0; i < dimensions; i++) {
      scaled[word * length + i] = (vectors[word * dimensions + i] ?? 0) / deviation;
    }
    scaled[word * length + dimensions] = -(middles[word] ?? 0) / deviation;
  }
  return scaled;
}

async function shortlistsOf(
  engine: TopScoresEngine,
  { vectors, dimensions }: VectorSet,
  scaled: Float32Array,
  start: number,
  end: number,
): Promise<number[][]> {
  const length = dimensions + 1;
  const queries = new Float32Array((end - start) * length).fill(1);
  for (let row = start; row < end; row++) {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    queries.set(vector, (row - start) * length);
  }
  const size = Math.min(SHORTLIST, scaled.length / length);
  const { rows } = await engine.run(queries, scaled, size);
  return Array.from({ length: end - start }, (_, i) => [
    ...rows.subarray(i * size, (i + 1) * size),
  ]);
}
