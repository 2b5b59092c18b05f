import { correctedDistance } from "./corrected-distance.js";

/** A photo that may be shown as similar. */
export interface Candidate {
  id: number;
  /** Cosine distance to the photo that is shown. */
  distance: number;
}

export interface RankingOptions {
  /** How many to choose. Default 5. */
  count?: number;
  /** How much being redundant counts, 0 to 1 (exclusive); default 0.1, by measurement. */
  variety?: number;
  /** `localRadius` of a photo, also of the one that is shown. */
  radiusOf(id: number): number;
  /** Cosine distance of two candidates. */
  distanceBetween(idA: number, idB: number): number;
}

/** How many photos are shown. */
const COUNT = 5;

/** The largest whose cost in precision at 5 stays within 0.01 on labelled photos: bench/README.md, similarity. */
const VARIETY = 0.1;

/**
 * Chooses the photos to show beside a photo, in order: first the nearest, then those that add something. A maximal
 * marginal relevance (Carbonell and Goldstein, SIGIR 1998) in corrected distances, in which only a candidate that is
 * nearer to one already chosen than to the photo itself counts as redundant.
 * @param shown id of the photo beside which they are shown
 * @param candidates its stored neighbours, one of each group of duplicates or burst
 * @returns at most `count` candidates; the same for any order of them
 */
export function variedFive<T extends Candidate>(
  shown: number,
  candidates: readonly T[],
  options: RankingOptions,
): T[] {
  return variedFirst(shown, candidates, options).slice(0, options.count ?? COUNT);
}

/** The same, and behind them all other candidates, ascending by corrected distance. */
export function variedFirst<T extends Candidate>(
  shown: number,
  candidates: readonly T[],
  options: RankingOptions,
): T[] {
  const { count = COUNT, variety = VARIETY, radiusOf, distanceBetween } = options;
  const weight = variety / (1 - variety);
  const left = byCorrectedDistance(shown, candidates, radiusOf).map((entry) => ({
    ...entry,
    radius: radiusOf(entry.candidate.id),
    nearestChosen: Number.POSITIVE_INFINITY,
  }));
  const chosen: T[] = [];
  // Loops, because this is done for every photo of a gallery.
  while (chosen.length < count && left.length > 0) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, { corrected, nearestChosen }] of left.entries()) {
      const cost = corrected + weight * Math.max(0, corrected - nearestChosen);
      if (cost < least) [best, least] = [index, cost];
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    chosen.push(next.candidate);
    for (const other of left) {
      const distance = distanceBetween(next.candidate.id, other.candidate.id);
      const between = correctedDistance(distance, next.radius, other.radius);
      if (between < other.nearestChosen) other.nearestChosen = between;
    }
  }
  for (const { candidate } of left) chosen.push(candidate);
  return chosen;
}

/** Candidates ascending by corrected distance; ties by distance, then by id. */
export function byCorrectedDistance<T extends Candidate>(
  shown: number,
  candidates: readonly T[],
  radiusOf: (id: number) => number,
): { candidate: T; corrected: number }[] {
  const radius = radiusOf(shown);
  const entries = candidates.map((candidate) => ({
    candidate,
    corrected: correctedDistance(candidate.distance, radius, radiusOf(candidate.id)),
  }));
  return entries.sort(
    (a, b) =>
      a.corrected - b.corrected ||
      a.candidate.distance - b.candidate.distance ||
      a.candidate.id - b.candidate.id,
  );
}
