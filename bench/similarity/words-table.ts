import { type Calibration, calibrate, scoreOf, wordOf } from "akin-gallery/similarity";
import type { Table } from "../benchmark.js";
import { type EmbeddedGallery, pairsOf, partOf } from "./embedded-gallery.js";
import { shownFive } from "./variety-table.js";

/** What the words of a gallery are worth, by its labels; fractions, null without labels. */
export interface WordsMeasured {
  calibration: Calibration;
  /** Of the photos of one class among those shown: the part that has a word. Asked of the half not tuned on. */
  covered: number | null;
  /** Of the pairs called very similar or better: the part of one class. */
  verySimilarOfOneClass: number | null;
  /** Of the pairs of two classes: the part that has a word. */
  unrelatedNamed: number | null;
  /** Of the photos shown: the part without a word, related, very similar, same shot. */
  words: { none: number; related: number; verySimilar: number; sameShot: number };
  /** Scores of the photos shown: the lowest twentieth, the middle, the highest twentieth. */
  scores: [low: number, middle: number, high: number];
}

export function calibrationOf({ set, neighbours, model }: EmbeddedGallery): Calibration {
  const neighbourDistances = (row: number) =>
    (neighbours[row] ?? []).map(({ distance }) => distance);
  return calibrate({ set, neighbourDistances, modelName: model });
}

export function measureWords(gallery: EmbeddedGallery): WordsMeasured {
  const { photos, distances, labels, tuning } = gallery;
  const calibration = calibrationOf(gallery);
  const far = (a: number, b: number) => distances[a * photos + b] ?? 0;
  const isOfOneClass = (a: number, b: number) => labels?.[a] === labels?.[b];
  const shown = shownFive(gallery).flatMap((five, photo) =>
    five.map((row) => [photo, row] as const),
  );
  const asked = shown.filter(([photo, row]) => !tuning[photo] && isOfOneClass(photo, row));
  const hasWord = ([a, b]: readonly [number, number]) => wordOf(far(a, b), calibration) !== null;
  const isVerySimilar = ([a, b]: readonly [number, number]) =>
    ["same-shot", "very-similar"].includes(wordOf(far(a, b), calibration) ?? "");
  const pairs = [...pairsOf(photos)];
  const verySimilar = pairs.filter(isVerySimilar);
  const unrelated = pairs.filter(([a, b]) => !isOfOneClass(a, b));
  const part = <T>(all: readonly T[], isCounted: (one: T) => boolean) =>
    labels && all.length > 0 ? all.filter(isCounted).length / all.length : null;
  const share = (word: string | null) =>
    shown.filter(([a, b]) => wordOf(far(a, b), calibration) === word).length / shown.length;
  const scores = shown.map(([a, b]) => scoreOf(far(a, b), calibration)).sort((a, b) => a - b);
  const scoreAt = (at: number) => scores[Math.floor(at * (scores.length - 1))] ?? 0;
  return {
    calibration,
    covered: part(asked, hasWord),
    verySimilarOfOneClass: part(verySimilar, ([a, b]) => isOfOneClass(a, b)),
    unrelatedNamed: part(unrelated, hasWord),
    words: {
      none: share(null),
      related: share("related"),
      verySimilar: share("very-similar"),
      sameShot: share("same-shot"),
    },
    scores: [scoreAt(0.05), scoreAt(0.5), scoreAt(0.95)],
  };
}

export function wordsTable(title: string, measured: readonly [string, WordsMeasured][]): Table {
  return {
    title,
    columns: [
      "gallery",
      "same shot to",
      "very similar to",
      "related to",
      "same class named",
      "very similar of one class",
      "two classes named",
      "shown: no word",
      "related",
      "very similar",
      "same shot",
      "scores 5 %",
      "50 %",
      "95 %",
    ],
    rows: measured.map(([name, { calibration, words, scores, ...parts }]) => [
      name,
      calibration.sameShot,
      calibration.verySimilar,
      calibration.related,
      parts.covered,
      parts.verySimilarOfOneClass,
      parts.unrelatedNamed,
      words.none,
      words.related,
      words.verySimilar,
      words.sameShot,
      ...scores,
    ]),
  };
}

/** The same for 2, 5, 20, 50 and 100 photos of each gallery. */
export async function smallGalleries(
  galleries: readonly EmbeddedGallery[],
): Promise<[string, WordsMeasured][]> {
  const measured: [string, WordsMeasured][] = [];
  for (const gallery of galleries)
    for (const count of [2, 5, 20, 50, 100]) {
      const order = [...gallery.neighbours.keys()].sort(
        (a, b) => ((a * 7919 + 13) % 1009) - ((b * 7919 + 13) % 1009),
      );
      const part = await partOf(gallery, order.slice(0, count));
      measured.push([`${gallery.name}, ${count}`, measureWords(part)]);
    }
  return measured;
}
