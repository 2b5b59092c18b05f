/** How cosine distances of one gallery and model read. Every formula is in spec/similarity.md. */
export interface Calibration {
  /** Distances ascending from 0, scores descending from 100 to 0; in between, linear. */
  knots: { distance: number; score: number }[];
  /** Up to these distances the words apply; null where no pair of the gallery earns the word. */
  sameShot: number | null;
  verySimilar: number | null;
  related: number | null;
  /** Name and version of the formulas. */
  method: string;
}
