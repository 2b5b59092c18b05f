/** Ranks below count little: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion", 2009. */
const DAMPING = 60;

/**
 * One ranking of several, by the sum of each item's reciprocal ranks; ties by the first ranking that has it.
 * @param rankings each best first, without repetition
 */
export function fuseRankings<T>(...rankings: readonly (readonly T[])[]): T[] {
  const scores = new Map<T, number>();
  for (const ranking of rankings) {
    for (const [rank, item] of ranking.entries()) {
      scores.set(item, (scores.get(item) ?? 0) + 1 / (DAMPING + rank + 1));
    }
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([item]) => item);
}
