/** The embeddings of an album. */
export interface VectorSet {
  /** Photo ids, ascending. */
  ids: Float64Array;
  /** Row after row, `ids.length * dimensions` values, each row L2-normalised. */
  vectors: Float32Array;
  dimensions: number;
}

/** A photo near another one. */
export interface Neighbour {
  id: number;
  /** Cosine distance, 0 to 2. */
  distance: number;
}

/** For each photo its nearest others: ascending by distance, ties by lower id, never the photo itself. */
export type NeighbourLists = Map<number, Neighbour[]>;
