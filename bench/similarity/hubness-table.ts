import { correctedDistance, localRadius } from "akin-gallery/similarity";
import type { Table } from "../benchmark.js";
import {
  distancesOf,
  type EmbeddedGallery,
  fiveNearest,
  precisionOf,
  vectorOf,
} from "./embedded-gallery.js";

type Distance = (a: number, b: number) => number;

/** A correction against hubs: another distance for a gallery. */
interface Correction {
  name: string;
  of(gallery: EmbeddedGallery): Distance;
}

const CORRECTIONS: Correction[] = [
  { name: "none (cosine)", of: (gallery) => cosine(gallery) },
  { name: "centring", of: centred },
  { name: "mutual proximity", of: mutualProximity },
  { name: "local scaling (NICDM), k = 10", of: (gallery) => localScaling(gallery, 10) },
  { name: "local scaling (NICDM), k = 24", of: (gallery) => localScaling(gallery, 24) },
  { name: "CSLS, k = 10", of: (gallery) => csls(gallery, 10) },
  { name: "CSLS, k = 24", of: (gallery) => csls(gallery, 24) },
  {
    name: "mutual proximity among the 24",
    of: (gallery) => among(gallery, mutualProximity(gallery)),
  },
  { name: "CSLS, k = 24, among the 24", of: (gallery) => among(gallery, csls(gallery, 24)) },
  { name: "NICDM, k = 24, among the 24 (chosen)", of: (gallery) => chosenDistance(gallery) },
];

/** The distance by which akin orders neighbours, infinite for a photo that isn't among the stored ones. */
export function chosenDistance(gallery: EmbeddedGallery): Distance {
  const radii = gallery.neighbours.map((list) => localRadius(list.map(({ distance }) => distance)));
  const distance = cosine(gallery);
  return among(gallery, (a, b) => correctedDistance(distance(a, b), radii[a] ?? 0, radii[b] ?? 0));
}

/** Precision at 5 and the skewness of how often a photo is among the five of others, for each correction. */
export function hubnessTable(galleries: readonly EmbeddedGallery[]): Table {
  const rows = CORRECTIONS.map(({ name, of }) => [
    name,
    ...galleries.flatMap((gallery) => {
      const five = fiveNearest(gallery.photos, of(gallery));
      const skewness = occurrenceSkewness(five);
      if (!gallery.labels) return [skewness];
      const other = precisionOf(gallery, five, (photo) => !gallery.tuning[photo]);
      return [precisionOf(gallery, five), other, skewness];
    }),
  ]);
  const columns = galleries.flatMap(({ name, labels }) =>
    labels ? [`${name}: P@5`, "half not tuned on", "skewness"] : [`${name}: skewness`],
  );
  return { title: "Corrections against hubs", columns: ["correction", ...columns], rows };
}

/** Third standardised moment of the 5-occurrence: how many photos have a photo among their five. */
export function occurrenceSkewness(five: readonly (readonly number[])[]): number {
  const counts = new Float64Array(five.length);
  for (const row of five.flat()) counts[row] = (counts[row] ?? 0) + 1;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const moment = (power: number) =>
    counts.reduce((sum, count) => sum + (count - mean) ** power, 0) / counts.length;
  return moment(3) / moment(2) ** 1.5;
}

function cosine({ photos, distances }: EmbeddedGallery): Distance {
  return (a, b) => distances[a * photos + b] ?? 0;
}

function among({ neighbours }: EmbeddedGallery, distance: Distance): Distance {
  const stored = neighbours.map((list) => new Set(list.map(({ id }) => id)));
  return (a, b) => (stored[a]?.has(b) ? distance(a, b) : Infinity);
}

function centred({ set, photos }: EmbeddedGallery): Distance {
  const { dimensions } = set;
  const mean = new Float64Array(dimensions);
  for (let row = 0; row < photos; row++)
    for (const [i, value] of vectorOf(set, row).entries())
      mean[i] = Number(mean[i]) + value / photos;
  const vectors = new Float32Array(set.vectors.length);
  for (let row = 0; row < photos; row++) {
    const moved = vectorOf(set, row).map((value, i) => value - Number(mean[i]));
    const norm = Math.hypot(...moved);
    vectors.set(
      moved.map((value) => value / norm),
      row * dimensions,
    );
  }
  const distances = distancesOf({ ids: set.ids, vectors, dimensions });
  return (a, b) => distances[a * photos + b] ?? 0;
}

/** Schnitzer et al. 2012, with normal distributions: one minus the chance that both find the other farther. */
function mutualProximity(gallery: EmbeddedGallery): Distance {
  const { photos } = gallery;
  const distance = cosine(gallery);
  const moments = Array.from({ length: photos }, (_, photo) => {
    const others = Array.from({ length: photos }, (_, row) => row).filter((row) => row !== photo);
    const mean = others.reduce((sum, row) => sum + distance(photo, row), 0) / others.length;
    const squares = others.reduce((sum, row) => sum + (distance(photo, row) - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / others.length) };
  });
  const chanceFarther = (photo: number, far: number) => {
    const { mean, deviation } = moments[photo] ?? { mean: 0, deviation: 1 };
    // The logistic approximation of the normal distribution: only the order matters here.
    return 1 / (1 + Math.exp((1.702 * (far - mean)) / deviation));
  };
  return (a, b) => 1 - chanceFarther(a, distance(a, b)) * chanceFarther(b, distance(a, b));
}

function localScaling(gallery: EmbeddedGallery, k: number): Distance {
  const radii = radiiOf(gallery, k);
  const distance = cosine(gallery);
  return (a, b) => distance(a, b) / Math.sqrt((radii[a] ?? 1) * (radii[b] ?? 1));
}

/** Lample et al., "Word translation without parallel data", 2018. */
function csls(gallery: EmbeddedGallery, k: number): Distance {
  const radii = radiiOf(gallery, k);
  const distance = cosine(gallery);
  return (a, b) => 2 * distance(a, b) - (radii[a] ?? 0) - (radii[b] ?? 0);
}

function radiiOf({ neighbours }: EmbeddedGallery, k: number): number[] {
  return neighbours.map((list) => localRadius(list.slice(0, k).map(({ distance }) => distance)));
}
