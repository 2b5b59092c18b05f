import type { Calibration } from "akin-browser/format";
import { distanceOfShare, type UnrelatedDistances } from "./unrelated-distances.js";

/** Close where scores are read closely: between these the line is within 0.3 of the formula. */
const SCORES = [
  99.9, 99.5, 99, 98, 97, 96, 95, 92.5, 90, 87.5, 85, 80, 75, 70, 65, 60, 55, 50, 45, 40, 35, 30,
  25, 20, 15, 10, 5,
];
/** The share at which the score of 0 is put; at exactly 1 the distance would be infinite. */
const NEARLY_ALL = 0.9999;

/**
 * The score is 100 (1 - cube root of the share of unrelated pairs that are as near or nearer), as a line through knots:
 * 50 is one unrelated pair in 8, 90 one in 1,000, 99 one in 1,000,000, and 100 distance 0.
 */
export function scoreKnots(unrelated: UnrelatedDistances): Calibration["knots"] {
  const knots = [{ distance: 0, score: 100 }];
  for (const score of [...SCORES, 0]) {
    const share = score === 0 ? NEARLY_ALL : shareOfScore(score);
    const distance = rounded(distanceOfShare(share, unrelated));
    if (distance > Number(knots.at(-1)?.distance)) knots.push({ distance, score });
  }
  return knots;
}

/** @param score 0 to 100 */
export function shareOfScore(score: number): number {
  return (1 - score / 100) ** 3;
}

/** Up to a millionth: what the last bits of a processor's exponential function are must not reach the file. */
export function rounded(distance: number): number {
  return Math.ceil(distance * 1e6) / 1e6;
}
