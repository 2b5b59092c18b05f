import type { SimilarWord } from "akin-browser/format";
import type { AlikePhoto, Answer } from "./answer.js";

/** Shown beyond those that are really alike. */
const A_FEW = 6;
/** Shown at least, and where no word says how many are alike. */
const FEWEST = 12;

/** Photos that follow each other with the same word. */
export interface Section {
  name: SimilarWord | "less" | "nearest";
  photos: readonly AlikePhoto[];
}

/** How many photos are shown unless one asks for more or fewer: those that are alike, and a few. */
export function usualNumber({ photos, hasWords }: Answer): number {
  const alike = hasWords ? photos.findLastIndex(({ word }) => word !== null) + 1 : 2 * FEWEST;
  return Math.min(photos.length, Math.max(FEWEST, alike + A_FEW));
}

const ORDER = ["same-shot", "very-similar", "related", "less"] as const;

/** The first photos of an answer, cut where the word changes. */
export function sectionsOf({ photos, hasWords }: Answer, shown: number): Section[] {
  const first = photos.slice(0, shown);
  if (!hasWords) return first.length > 0 ? [{ name: "nearest", photos: first }] : [];
  const sections = ORDER.map((name) => ({
    name,
    photos: first.filter(({ word }) => (word ?? "less") === name),
  }));
  return sections.filter((section) => section.photos.length > 0);
}
