import type { SimilarGroup, SimilarWord } from "../format/index.js";

/** How similar a photo is. */
export const WORDS: Record<SimilarWord, string> = {
  "same-shot": "same shot",
  "very-similar": "very similar",
  related: "related",
};

/** What stands behind a photo that is shown for its whole group. */
export function moreOfGroup({ kind, count }: SimilarGroup): string {
  return `${count - 1} more ${kind === "burst" ? "from this burst" : "versions"}`;
}
