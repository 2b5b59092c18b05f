/** The nearest others of each node, as the layout takes them. */
export interface NeighbourGraph {
  nodes: number;
  /** Entries of each node's list. */
  width: number;
  /** Nodes, `width` of each, nearest first, never the node itself; -1 where a list is shorter. */
  others: Int32Array;
  /** Their distances, ascending. */
  distances: Float32Array;
}
