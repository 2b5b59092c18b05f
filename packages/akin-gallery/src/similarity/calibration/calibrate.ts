import type { Calibration } from "akin-browser/format";
import { quantile } from "akin-browser/format";
import type { VectorSet } from "../neighbour-lists.js";
import { CALIBRATION_METHOD } from "./calibration.js";
import { hasRelatedPairs } from "./has-related-pairs.js";
import { modelPrior } from "./model-prior.js";
import { hashOrder, samplePairs } from "./sample-pairs.js";
import { rounded, scoreKnots, shareOfScore } from "./score-knots.js";
import {
  distanceOfShare,
  fitUnrelated,
  shareAsNear,
  type UnrelatedDistances,
} from "./unrelated-distances.js";

/** What a calibration is made from. */
export interface CalibrationInput {
  set: VectorSet;
  /** Cosine distances from a photo to its stored neighbours, ascending. */
  neighbourDistances(id: number): readonly number[];
  /** Name of the embedding model: registry name, repository or folder. */
  modelName: string;
}

/** Neighbours are counted of at most so many photos: 100,000 distances at 24 each. */
const MOST_LISTS = 4096;
/** A photo's edits and bursts are within this part of the distance between unrelated photos. */
const SAME_SHOT_PART = 0.05;
/** Nearer than 1,999 of 2,000 unrelated pairs, */
const VERY_SIMILAR_SCORE = 92;
/** and with this part of the pairs as near or nearer there by chance at most. */
const VERY_SIMILAR_CHANCE = 0.2;
/** Nearer than 11 of 12 unrelated pairs, */
const RELATED_SCORE = 57;
/** and hardly farther than the fifth neighbour of 19 in 20 photos: those that have no near ones are told so. */
const FIFTH_NEIGHBOURS = 0.95;
const HARDLY_FARTHER = 1.1;
/** This part of the pairs of a gallery of one subject is near. */
const ONE_SUBJECT = 0.95;

/**
 * Tells what distances mean in a gallery: the score and the words. The same photos and model give the same calibration,
 * whatever the order and history; no gallery is too small or too uniform. 100,000 x 512: well below two seconds.
 * @throws RangeError, AkinError as `findNeighbours` if the vectors are wrong
 */
export function calibrate(input: CalibrationInput): Calibration {
  const { set, modelName } = input;
  const pairs = samplePairs(set);
  const distances = pairs.distances.slice().sort();
  const unrelated = fitUnrelated(distances, modelPrior(modelName));
  const sameShot = SAME_SHOT_PART * unrelated.centre;
  const unlikely = distanceOfShare(shareOfScore(RELATED_SCORE), unrelated);
  const common = { knots: scoreKnots(unrelated), sameShot: rounded(sameShot) };
  // In a gallery of one subject or a few, pairs are related that don't stand out at all.
  const isOneSubject = quantile(distances, ONE_SUBJECT) <= unlikely;
  const isFewSubjects = isOneSubject || unrelated.withinGroups > 0;
  const isRelated = isFewSubjects || (hasRelatedPairs(set, pairs) ?? true);
  if (!isRelated)
    return { ...common, verySimilar: null, related: null, method: CALIBRATION_METHOD };
  const lists = neighbourLists(input);
  const found = farthestVerySimilar(nearestShares(lists, set.ids.length), unrelated);
  const verySimilar = found === null ? null : Math.max(sameShot, found);
  const fifths = Float64Array.from(lists, (list) => list[4] ?? Infinity).sort();
  const usual = HARDLY_FARTHER * quantile(fifths, FIFTH_NEIGHBOURS);
  const likely = Math.min(unlikely, isOneSubject ? Infinity : usual);
  const related = Math.max(sameShot, verySimilar ?? 0, unrelated.withinGroups, likely);
  return {
    ...common,
    verySimilar: verySimilar === null ? null : rounded(verySimilar),
    related: rounded(related),
    method: CALIBRATION_METHOD,
  };
}

/** Distances to the stored neighbours, of all photos or of a part of them that a hash chooses. */
function neighbourLists({ set, neighbourDistances }: CalibrationInput): (readonly number[])[] {
  const rows = hashOrder(set.ids).slice(0, MOST_LISTS);
  return rows.map((row) => neighbourDistances(set.ids[row] ?? 0));
}

/** A distance, and the share of all pairs that are as near or nearer. */
interface ObservedShare {
  distance: number;
  share: number;
}

/** Ascending by distance. Exact where lists reach that far; beyond, too small, which errs on the side of no word. */
function nearestShares(lists: (readonly number[])[], photos: number): ObservedShare[] {
  const pairs = lists.length * (photos - 1);
  const distances = Float64Array.from(lists.flat()).sort();
  return Array.from(distances, (distance, i) => ({ distance, share: (i + 1) / pairs }));
}

/**
 * The largest distance, nearer than all but few unrelated pairs, of which at most a part of the pairs as near or nearer
 * would be there by chance: the tail-area false discovery rate (Benjamini and Hochberg, "Controlling the false discovery
 * rate", 1995; with an empirical null: Efron 2004). All pairs are taken as unrelated for the number expected by chance.
 */
function farthestVerySimilar(
  nearest: readonly ObservedShare[],
  unrelated: UnrelatedDistances,
): number | null {
  const most = distanceOfShare(shareOfScore(VERY_SIMILAR_SCORE), unrelated);
  const far = { centre: unrelated.centre, spread: unrelated.farSpread };
  const found = nearest.findLast(
    ({ distance, share }) =>
      distance <= most && shareAsNear(distance, far) <= VERY_SIMILAR_CHANCE * share,
  );
  return found?.distance ?? null;
}
