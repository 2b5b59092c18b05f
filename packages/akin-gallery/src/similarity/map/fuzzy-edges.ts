import type { NeighbourGraph } from "./neighbour-graph.js";

/** Edges of the weighted graph, each pair in both directions, by their first node. */
export interface FuzzyEdges {
  from: Int32Array;
  to: Int32Array;
  /** How sure it is that the two belong together, above 0, at most 1. */
  weights: Float32Array;
}

/** Halvings of the interval in which a node's bandwidth is sought; UMAP's own number is 64, for more digits. */
const HALVINGS = 24;

/**
 * The fuzzy simplicial set of the neighbour lists (McInnes, Healy and Melville, "UMAP: Uniform Manifold Approximation and
 * Projection for Dimension Reduction", 2018, sections 3.1 and 4.1): distances are measured in each node's own scale, in
 * which its nearest other is at 0, and the union of what both ends say is taken.
 */
export function fuzzyEdges(graph: NeighbourGraph): FuzzyEdges {
  const memberships = membershipsOf(graph);
  return unionOf(graph, memberships);
}

function membershipsOf({ nodes, width, others, distances }: NeighbourGraph): Float32Array {
  const memberships = new Float32Array(nodes * width);
  for (let node = 0; node < nodes; node++) {
    const start = node * width;
    let end = start;
    while (end < start + width && (others[end] ?? -1) >= 0) end++;
    if (end === start) continue;
    const nearest = distances[start] ?? 0;
    const bandwidth = bandwidthOf(distances, start, end, nearest);
    for (let at = start; at < end; at++) {
      memberships[at] = Math.exp(-((distances[at] ?? 0) - nearest) / bandwidth);
    }
  }
  return memberships;
}

/** The bandwidth with which a node's memberships sum to the binary logarithm of their number. */
function bandwidthOf(distances: Float32Array, start: number, end: number, nearest: number): number {
  const wanted = Math.log2(end - start + 1);
  const farthest = (distances[end - 1] ?? 0) - nearest;
  // Of copies of one photo all distances are 0: any bandwidth will do.
  if (farthest <= 0) return 1;
  let low = farthest / 1024;
  let high = farthest * 16;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    let sum = 0;
    for (let at = start; at < end; at++) {
      sum += Math.exp(-((distances[at] ?? 0) - nearest) / middle);
    }
    if (sum > wanted) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** a + b - a b of the memberships in both directions. */
function unionOf({ nodes, width, others }: NeighbourGraph, memberships: Float32Array): FuzzyEdges {
  const degrees = new Int32Array(nodes + 1);
  const isMutual = new Uint8Array(others.length);
  for (let at = 0; at < others.length; at++) {
    const other = others[at] ?? -1;
    if (other < 0) continue;
    const node = Math.floor(at / width);
    const back = others.subarray(other * width, (other + 1) * width).indexOf(node);
    if (back >= 0) isMutual[at] = 1;
    else degrees[other + 1] = (degrees[other + 1] ?? 0) + 1;
    degrees[node + 1] = (degrees[node + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node++) {
    degrees[node + 1] = (degrees[node + 1] ?? 0) + (degrees[node] ?? 0);
  }
  const length = degrees[nodes] ?? 0;
  const edges = {
    from: new Int32Array(length),
    to: new Int32Array(length),
    weights: new Float32Array(length),
  };
  const next = degrees.slice(0, nodes);
  const add = (from: number, to: number, weight: number) => {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    edges.from[at] = from;
    edges.to[at] = to;
    edges.weights[at] = weight;
  };
  for (let at = 0; at < others.length; at++) {
    const other = others[at] ?? -1;
    if (other < 0) continue;
    const node = Math.floor(at / width);
    const weight = memberships[at] ?? 0;
    if (isMutual[at] === 1) {
      const back = others.subarray(other * width, (other + 1) * width).indexOf(node);
      const opposite = memberships[other * width + back] ?? 0;
      add(node, other, weight + opposite - weight * opposite);
    } else {
      add(node, other, weight);
      add(other, node, weight);
    }
  }
  return edges;
}
