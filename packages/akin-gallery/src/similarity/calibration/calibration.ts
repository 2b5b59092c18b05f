/** What a similarity is called, from most to least alike; below the last there is no word. */
export type SimilarityWord = "same-shot" | "very-similar" | "related";

/** How distances of one gallery and model read. Every formula is in spec/similarity.md. */
export interface Calibration {
  /** Distances ascending from 0, scores descending from 100 to 0; in between, linear. */
  knots: { distance: number; score: number }[];
  /** Up to these cosine distances the words apply; null where no pair of the gallery earns the word. */
  sameShot: number | null;
  verySimilar: number | null;
  related: number | null;
  /** Name and version of the formulas. */
  method: string;
}

/** Changes whenever a formula or a constant does, so that stored calibrations are made again. */
export const CALIBRATION_METHOD = "empirical-null-1";
