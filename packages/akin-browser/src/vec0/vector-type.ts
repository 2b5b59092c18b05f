/** How an element of a vector is stored: 4 bytes, 1 byte, or 1 bit (the first dimension is the lowest bit of the first byte). */
export type VectorType = "float32" | "int8" | "bit";

/** Cosine distance is 0 to 2. `l1` and `l2` are the sum of differences and the Euclidean distance; `hamming` is for bits alone. */
export type Metric = "cosine" | "l2" | "l1" | "hamming";

/** A query, or the elements of a row: `Float32Array` or `Int8Array` of length D, or `Uint8Array` of D / 8 bytes of bits. */
export type Vector = Float32Array | Int8Array | Uint8Array;

/** As in sqlite-vec. */
export const MAX_DIMENSIONS = 8192;

/** Bytes of one vector as sqlite-vec stores it. */
export function bytesOf(type: VectorType, dimensions: number): number {
  switch (type) {
    case "float32":
      return dimensions * 4;
    case "int8":
      return dimensions;
    case "bit":
      return Math.ceil(dimensions / 8);
  }
}
