import { localRadius, variedFive } from "akin-gallery/similarity";
import type { Table } from "../benchmark.js";
import { type EmbeddedGallery, pairsOf, precisionOf } from "./embedded-gallery.js";

const VARIETIES = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4];

/** The photos that akin shows beside each photo, as rows. */
export function shownFive(gallery: EmbeddedGallery, variety?: number): number[][] {
  const { neighbours, distances, photos } = gallery;
  const radii = neighbours.map((list) => localRadius(list.map(({ distance }) => distance)));
  return neighbours.map((candidates, photo) =>
    variedFive(photo, candidates, {
      ...(variety !== undefined && { variety }),
      radiusOf: (row) => radii[row] ?? 0,
      distanceBetween: (a, b) => distances[a * photos + b] ?? 0,
    }).map(({ id }) => id),
  );
}

/** What variety costs in precision, and how much farther from each other the five are. */
export function varietyTable(galleries: readonly EmbeddedGallery[]): Table {
  const labelled = galleries.filter(({ labels }) => labels !== null);
  const rows = VARIETIES.map((variety) => [
    variety,
    ...labelled.flatMap((gallery) => {
      const five = shownFive(gallery, variety);
      return [
        precisionOf(gallery, five, (photo) => Boolean(gallery.tuning[photo])),
        precisionOf(gallery, five, (photo) => !gallery.tuning[photo]),
        meanPairDistance(gallery, five),
      ];
    }),
    ...galleries
      .filter(({ labels }) => !labels)
      .map((gallery) => meanPairDistance(gallery, shownFive(gallery, variety))),
  ]);
  const columns = [
    ...labelled.flatMap(({ name }) => [`${name}: P@5 tuned`, "P@5 other half", "between the five"]),
    ...galleries.filter(({ labels }) => !labels).map(({ name }) => `${name}: between the five`),
  ];
  return {
    title: "Variety: precision at 5, and the mean cosine distance between two of the five",
    columns: ["variety", ...columns],
    rows,
  };
}

export function meanPairDistance(
  { photos, distances }: EmbeddedGallery,
  shown: readonly (readonly number[])[],
): number {
  let sum = 0;
  let count = 0;
  for (const five of shown)
    for (const [i, j] of pairsOf(five.length)) {
      sum += distances[(five[i] ?? 0) * photos + (five[j] ?? 0)] ?? 0;
      count++;
    }
  return sum / count;
}
