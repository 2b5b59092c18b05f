import { fuzzyEdges } from "./fuzzy-edges.js";
import type { NeighbourGraph } from "./neighbour-graph.js";
import { optimiseLayout } from "./optimise-layout.js";
import { RandomNumbers } from "./random-numbers.js";
import { smoothOverEdges } from "./smooth-over-edges.js";

/** Extent of the layout from which the optimisation starts, as UMAP's. */
const START_EXTENT = 20;

export interface LayoutOptions {
  /** Told what share is done, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * A place in the plane for each node, so that neighbours are near each other.
 *
 * @param start x and y of each node, about right: what is far apart in it stays so
 */
export function layoutMap(
  graph: NeighbourGraph,
  start: Float32Array,
  { onProgress }: LayoutOptions = {},
): Float32Array {
  const edges = fuzzyEdges(graph);
  const layout = smoothOverEdges(start, edges);
  const random = new RandomNumbers(graph.nodes);
  scaleTo(layout, START_EXTENT, random);
  const epochs = epochsFor(graph.nodes);
  optimiseLayout(layout, edges, {
    epochs,
    random,
    onEpoch: (epoch) => onProgress?.((epoch + 1) / epochs),
  });
  return layout;
}

/** Large albums get by with fewer, as in UMAP. */
function epochsFor(nodes: number): number {
  return nodes <= 10_000 ? 300 : 200;
}

/** With a little noise: nodes at the same place would stay together for ever. */
function scaleTo(layout: Float32Array, extent: number, random: RandomNumbers): void {
  let largest = 0;
  for (const value of layout) if (Math.abs(value) > largest) largest = Math.abs(value);
  const scale = largest > 0 ? extent / 2 / largest : 0;
  for (const [at, value] of layout.entries()) {
    layout[at] = value * scale + (random.uniform() - 0.5) * 1e-2;
  }
}
