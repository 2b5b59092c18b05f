import { quantile } from "akin-browser/format";
import type { ModelPrior } from "./model-prior.js";
import { normalCdf, normalQuantile } from "./normal-distribution.js";

/** How the distances of unrelated photos are distributed: a normal distribution, of which only what is above 0 counts. */
export interface UnrelatedDistances {
  centre: number;
  spread: number;
  /** The spread as the outermost pairs show it: with it, very small shares come out about right for short tails too. */
  farSpread: number;
  /** Where the gallery is a few tight groups, up to where its distances are those within a group; otherwise 0. */
  withinGroups: number;
}

/** As many pairs as the prior is worth: those of ten photos. */
const PRIOR_PAIRS = 45;
const UPPER_PART = 0.975;
const FAR_PART = 0.999;
/** A normal distribution has 0.64, a uniform one 0.75. */
const TWO_GROUPS = 0.85;
const LEAST_RELATIVE_SPREAD = 1 / 30;

/**
 * Estimates the distribution of unrelated pairs among all pairs: an empirical null in the sense of Efron ("Large-scale
 * simultaneous hypothesis testing", 2004). Related pairs are few and all in the lower tail, so the centre is the median
 * and the spread is that of the upper half alone. A normal distribution by a far upper quantile foretells the lower tail
 * of true unrelated pairs best of the families tried (bench/README.md, similarity).
 * @param distances of sampled pairs, ascending; the fewer they are, the more the prior is in force
 */
export function fitUnrelated(distances: Float64Array, prior: ModelPrior): UnrelatedDistances {
  const groups = splitDistances(distances);
  const unrelated = distances.subarray(groups);
  const weight = distances.length / (distances.length + PRIOR_PAIRS);
  const median = quantile(unrelated, 0.5);
  const centre = Math.max(prior.leastCentre, weight * median + (1 - weight) * prior.centre);
  const spreadAt = (part: number) => {
    const seen = (quantile(unrelated, part) - median) / normalQuantile(part);
    const spread = weight * seen + (1 - weight) * prior.spread;
    return Math.max(centre * LEAST_RELATIVE_SPREAD, spread);
  };
  return {
    centre,
    spread: spreadAt(UPPER_PART),
    farSpread: spreadAt(FAR_PART),
    withinGroups: distances[groups - 1] ?? 0,
  };
}

/** A normal distribution that is cut off at 0. */
type CutNormal = Pick<UnrelatedDistances, "centre" | "spread">;

/** The share of unrelated pairs that are as near as this or nearer: 0 at distance 0. */
export function shareAsNear(distance: number, { centre, spread }: CutNormal): number {
  const below = normalCdf(-centre / spread);
  return Math.max(0, (normalCdf((distance - centre) / spread) - below) / (1 - below));
}

/** The distance that this share of unrelated pairs reaches or falls below; the inverse of `shareAsNear`. */
export function distanceOfShare(share: number, { centre, spread }: CutNormal): number {
  const below = normalCdf(-centre / spread);
  return Math.max(0, centre + spread * normalQuantile(below + share * (1 - below)));
}

/**
 * A gallery of two or three tight groups has so many related pairs that its median is one of them. If the distances
 * fall into two parts far from each other, only the upper part is that of unrelated pairs: Otsu's threshold ("A threshold
 * selection method from gray-level histograms", 1979), where the variance between the parts is nearly all there is.
 * @returns how many distances belong to the lower part, 0 if there are no two parts
 */
function splitDistances(distances: Float64Array): number {
  const count = distances.length;
  const total = distances.reduce((sum, distance) => sum + distance, 0);
  const mean = total / count;
  const variance = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0);
  let best = { between: 0, cut: 0, isFar: false };
  let lower = 0;
  for (let cut = 1; cut < count; cut++) {
    lower += Number(distances[cut - 1]);
    const lowerMean = lower / cut;
    const upperMean = (total - lower) / (count - cut);
    const between = ((cut * (count - cut)) / count) * (upperMean - lowerMean) ** 2;
    if (between > best.between) best = { between, cut, isFar: lowerMean < upperMean / 2 };
  }
  return best.isFar && best.between > TWO_GROUPS * variance ? best.cut : 0;
}
