import type { Table } from "../benchmark.js";
import { type EmbeddedGallery, pairsOf } from "./embedded-gallery.js";

/** A way to tell the distribution of unrelated pairs from all pairs: a median and a value in the upper tail fix it. */
interface Family {
  name: string;
  /** Up to which part of the upper tail it is fitted. */
  part: number;
  /** Its distribution function and quantiles, given median and upper value. */
  fit(median: number, upper: number, part: number): (distance: number) => number;
}

const FAMILIES: Family[] = [
  ...[0.84, 0.95, 0.975, 0.99].map((part) => ({ name: "normal", part, fit: normal })),
  { name: "logistic", part: 0.975, fit: logistic },
  { name: "Weibull", part: 0.975, fit: weibull },
  { name: "Gumbel, skewed to near", part: 0.975, fit: gumbel },
  { name: "log-normal", part: 0.975, fit: logNormal },
];

const SHARES = [0.1, 0.01, 0.001];

/**
 * How well each family foretells the near tail of pairs of different classes, knowing only all pairs together; and how
 * well it fits the far half, which needs no labels.
 */
export function fitTable(galleries: readonly EmbeddedGallery[]): Table {
  const labelled = galleries.filter(({ labels }) => labels !== null);
  const rows = [
    ...FAMILIES.map((family) => rowOf(family, labelled, galleries)),
    allPairsRow(labelled),
  ];
  return {
    title:
      "Unrelated pairs foretold from all pairs: at the distance that 10 %, 1 %, 0.1 % of the pairs of different classes reach, the decimal logarithm of the foretold share over the true one",
    columns: [
      "family",
      "upper quantile",
      ...labelled.map(({ name }) => name),
      "root mean square",
      ...galleries.map(({ name }) => `far half, ${name}`),
    ],
    rows,
  };
}

function rowOf(
  family: Family,
  labelled: readonly EmbeddedGallery[],
  galleries: readonly EmbeddedGallery[],
): Table["rows"][number] {
  const fitted = (gallery: EmbeddedGallery) => {
    const all = distancesBetween(gallery, () => true);
    return { all, share: family.fit(at(all, 0.5), at(all, family.part), family.part) };
  };
  const errors = labelled.map((gallery) => errorsOf(gallery, fitted(gallery).share));
  return [
    family.name,
    family.part,
    ...errors.map((list) => list.map((error) => error.toFixed(2)).join(" ")),
    Math.sqrt(mean(errors.flat().map((error) => error ** 2))),
    ...galleries.map((gallery) => {
      const { all, share } = fitted(gallery);
      const half = [...all.keys()].slice(Math.floor(all.length / 2));
      return Math.max(...sampled(half).map((i) => Math.abs(share(all[i] ?? 0) - i / all.length)));
    }),
  ];
}

/** What one gets by taking all pairs as unrelated. */
function allPairsRow(labelled: readonly EmbeddedGallery[]): Table["rows"][number] {
  const errors = labelled.map((gallery) => {
    const all = distancesBetween(gallery, () => true);
    return errorsOf(gallery, (distance) => all.filter((x) => x <= distance).length / all.length);
  });
  return [
    "all pairs, not fitted",
    null,
    ...errors.map((list) => list.map((error) => error.toFixed(2)).join(" ")),
    Math.sqrt(mean(errors.flat().map((error) => error ** 2))),
  ];
}

function errorsOf(gallery: EmbeddedGallery, share: (distance: number) => number): number[] {
  const { labels } = gallery;
  const unrelated = distancesBetween(gallery, (a, b) => labels?.[a] !== labels?.[b]);
  return SHARES.map((part) => Math.log10(Math.max(1e-9, share(at(unrelated, part))) / part));
}

function distancesBetween(
  { photos, distances }: EmbeddedGallery,
  isAsked: (a: number, b: number) => boolean,
): Float64Array {
  const found = [];
  for (const [a, b] of pairsOf(photos))
    if (isAsked(a, b)) found.push(distances[a * photos + b] ?? 0);
  return Float64Array.from(found).sort();
}

function at(ascending: Float64Array, part: number): number {
  return ascending[Math.floor(part * (ascending.length - 1))] ?? 0;
}

function sampled<T>(values: readonly T[]): T[] {
  const step = Math.ceil(values.length / 2000);
  return values.filter((_, i) => i % step === 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function normal(median: number, upper: number, part: number): (distance: number) => number {
  const spread = (upper - median) / normalQuantile(part);
  return (distance) => normalShare((distance - median) / spread);
}

function logNormal(median: number, upper: number, part: number): (distance: number) => number {
  const share = normal(Math.log(median), Math.log(upper), part);
  return (distance) => share(Math.log(Math.max(1e-12, distance)));
}

function logistic(median: number, upper: number, part: number): (distance: number) => number {
  const spread = (upper - median) / Math.log(part / (1 - part));
  return (distance) => 1 / (1 + Math.exp(-(distance - median) / spread));
}

function weibull(median: number, upper: number, part: number): (distance: number) => number {
  const share = gumbel(Math.log(median), Math.log(upper), part);
  return (distance) => share(Math.log(Math.max(1e-12, distance)));
}

/** Of smallest values: F(x) = 1 - exp(-exp((x - a) / b)). */
function gumbel(median: number, upper: number, part: number): (distance: number) => number {
  const standard = (p: number) => Math.log(-Math.log(1 - p));
  const scale = (upper - median) / (standard(part) - standard(0.5));
  const location = median - scale * standard(0.5);
  return (distance) => -Math.expm1(-Math.exp((distance - location) / scale));
}

/** The normal distribution function by its continued fraction and series (Abramowitz and Stegun 26.2.10, 26.2.14). */
function normalShare(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const x = Math.abs(z);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n++) {
      term *= (x * x) / (2 * n + 1);
      sum += term;
    }
    return z < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / (x + fraction);
  const tail = density / (x + fraction);
  return z < 0 ? tail : 1 - tail;
}

function normalQuantile(part: number): number {
  let low = -10;
  let high = 10;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < part) low = middle;
    else high = middle;
  }
  return low;
}
