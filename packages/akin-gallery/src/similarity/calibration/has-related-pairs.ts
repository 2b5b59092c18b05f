import { quantile } from "akin-browser/format";
import type { VectorSet } from "../neighbour-lists.js";
import type { SampledPairs } from "./sample-pairs.js";

/** Fewer photos have too few pairs to tell. */
const LEAST_PHOTOS = 20;
const FAR_PART = 0.005;
/** How many times as many pairs must be very near as are very far. */
const LEAST_RATIO = 2;

/**
 * Whether photos of a gallery are alike beyond chance. What is left of a distance after both photos' own mean distances
 * (a hub's are all small, a loner's all large) is symmetric about its median where nothing is related: as many pairs are
 * far below as far above. In photo albums two to fourteen times as many are below (bench/README.md, similarity), in
 * random vectors as many. Counting the other side as chance is the idea of decoys (Elias and Gygi, 2007) and of
 * knockoffs, whose "+ 1" is used here (Barber and Candès, 2015).
 * @returns undefined where there are too few photos to tell
 */
export function hasRelatedPairs(set: VectorSet, pairs: SampledPairs): boolean | undefined {
  const photos = set.ids.length;
  if (photos < LEAST_PHOTOS) return undefined;
  const means = meanDistances(set);
  const mean = means.reduce((sum, value) => sum + value, 0) / photos;
  const scale = (photos - 1) / (photos - 2);
  const left = pairs.distances.map((distance, pair) => {
    const own = Number(means[pairs.rowsA[pair] ?? 0]) + Number(means[pairs.rowsB[pair] ?? 0]);
    return distance - mean - scale * (own - 2 * mean);
  });
  left.sort();
  const median = quantile(left, 0.5);
  const reach = quantile(left, 1 - FAR_PART) - median;
  const isFar = (value: number, side: number) => side * (value - median) >= reach;
  const above = left.reduce((count, value) => count + (isFar(value, 1) ? 1 : 0), 0);
  const below = left.reduce((count, value) => count + (isFar(value, -1) ? 1 : 0), 0);
  return reach > 0 && below >= LEAST_RATIO * (above + 1);
}

/** Each photo's mean cosine distance to all others: one pass, because the mean of products is the product with the mean. */
function meanDistances({ ids, vectors, dimensions }: VectorSet): Float64Array {
  const sum = new Float64Array(dimensions);
  for (let start = 0; start < vectors.length; start += dimensions)
    for (let i = 0; i < dimensions; i++)
      sum[i] = (sum[i] as number) + (vectors[start + i] as number);
  return Float64Array.from(ids, (_, row) => {
    let withAll = 0;
    let withSelf = 0;
    for (let i = 0; i < dimensions; i++) {
      const value = vectors[row * dimensions + i] as number;
      withAll += value * (sum[i] as number);
      withSelf += value * value;
    }
    return 1 - (withAll - withSelf) / (ids.length - 1);
  });
}
