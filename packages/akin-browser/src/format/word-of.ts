import type { Calibration } from "./calibration.js";
import type { SimilarWord } from "./card.js";

/**
 * What a distance is called, or null where the two photos are not really alike.
 * @param distance cosine distance, 0 to 2
 */
export function wordOf(
  distance: number,
  { sameShot, verySimilar, related }: Omit<Calibration, "knots" | "method">,
): SimilarWord | null {
  if (sameShot !== null && distance <= sameShot) return "same-shot";
  if (verySimilar !== null && distance <= verySimilar) return "very-similar";
  if (related !== null && distance <= related) return "related";
  return null;
}
