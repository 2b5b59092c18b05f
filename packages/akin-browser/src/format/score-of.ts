import type { Calibration } from "./calibration.js";

/**
 * The score of a distance, 0 to 100 with one decimal: 100 is the same, 99 what one unrelated pair in a million reaches,
 * 90 one in a thousand, 50 one in eight, 0 any. Never rises with the distance; 0 where there are no knots.
 * @param distance cosine distance, 0 to 2
 */
export function scoreOf(distance: number, { knots }: Pick<Calibration, "knots">): number {
  const at = knots.findIndex((knot) => knot.distance >= distance);
  const right = knots.at(at);
  if (!right) return 0;
  const left = (at > 0 && knots[at - 1]) || right;
  const width = right.distance - left.distance || 1;
  const part = (distance - left.distance) / width;
  return Math.round(10 * (left.score + part * (right.score - left.score))) / 10;
}
