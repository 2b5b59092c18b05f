/**
 * Photos are indexed in tiers, the oldest in the largest, so that newer ones change little of what is published; there are
 * six at most. Each is a segment of the full-text index, and a part of `facet_images`.
 */
export const TIERS: readonly number[] = [1, 2, 3, 4, 5, 6];
