import type { SimilarGroup, SimilarWord } from "../format/index.js";

/** How similar a photo is: the word itself. */
export function wordText(word: SimilarWord): string {
  return word.replace("-", " ");
}

/** What stands behind a photo that is shown for its whole group. */
export function moreOfGroup({ kind, count }: SimilarGroup): string {
  return `${count - 1} more ${kind === "burst" ? "from this burst" : "versions"}`;
}
