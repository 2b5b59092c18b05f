import type { FuzzyEdges } from "./fuzzy-edges.js";

const ROUNDS = 20;

/**
 * Moves each node to the mean of itself and its neighbours, some times: what belongs together and lies apart in a projection
 * comes together before the optimisation, which can't carry it past others (as a few steps of the power iteration by which
 * spectral layouts are found).
 *
 * @param layout x and y of each node
 */
export function smoothOverEdges(layout: Float32Array, edges: FuzzyEdges): Float32Array {
  let current = layout;
  for (let round = 0; round < ROUNDS; round++) current = smoothOnce(current, edges);
  return current;
}

function smoothOnce(layout: Float32Array, { from, to, weights }: FuzzyEdges): Float32Array {
  const sums = Float64Array.from(layout);
  const totals = new Float64Array(layout.length / 2).fill(1);
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge] as number;
    const b = to[edge] as number;
    const weight = weights[edge] as number;
    sums[2 * a] = (sums[2 * a] as number) + weight * (layout[2 * b] as number);
    sums[2 * a + 1] = (sums[2 * a + 1] as number) + weight * (layout[2 * b + 1] as number);
    totals[a] = (totals[a] as number) + weight;
  }
  return Float32Array.from(sums, (sum, at) => sum / (totals[at >> 1] as number));
}
