import type { SimilarPhoto } from "../format/index.js";

/** Those of a card's photos that are alike by its gallery's measure; all of them where the gallery has none. */
export function reallyAlike(photos: readonly SimilarPhoto[]): SimilarPhoto[] {
  return photos.filter(({ score, word }) => score === null || word !== null);
}
