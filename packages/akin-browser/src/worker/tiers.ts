/**
 * Words are indexed in tiers, those of the oldest photos in the largest, so that newer ones change little of what is
 * published; there are six at most, each a segment of the full-text index.
 */
export const TIERS: readonly number[] = [1, 2, 3, 4, 5, 6];
