import type { Calibration } from "./calibration.js";

/**
 * The score of a distance, 0 to 100 with one decimal: 100 is the same, 99 what one unrelated pair in a million reaches,
 * 90 one in a thousand, 50 one in eight, 0 any. Never rises with the distance; 0 where there are no knots.
 * @param distance cosine distance, 0 to 2
 */
export function scoreOf(distance: number, { knots }: Pick<Calibration, "knots">): number {
  const after = knots.findIndex((knot) => knot.distance >= distance);
  if (after < 0) return oneDecimal(knots.at(-1)?.score ?? 0);
  const right = knots[after];
  const left = knots[after - 1];
  if (!right) return 0;
  if (!left) return oneDecimal(right.score);
  const part = (distance - left.distance) / (right.distance - left.distance);
  return oneDecimal(left.score + part * (right.score - left.score));
}

function oneDecimal(score: number): number {
  return Math.round(score * 10) / 10;
}
