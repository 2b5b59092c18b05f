import type { SimilarGroup, SimilarReason, SimilarWord } from "../format/index.js";

/** How similar a photo is. */
export const WORDS: Record<SimilarWord, string> = {
  "same-shot": "same shot",
  "very-similar": "very similar",
  related: "related",
};

/** What two photos have in common; short, because tiles are small. */
export const REASONS: Record<SimilarReason, string> = {
  subject: "subject",
  look: "look",
  place: "place",
  day: "day",
  camera: "camera",
};

/** What stands behind a photo that is shown for its whole group. */
export function moreOfGroup({ kind, count }: SimilarGroup): string {
  return kind === "burst" ? `${count - 1} more from this burst` : `${count - 1} more versions`;
}
