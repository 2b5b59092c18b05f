/** What the worker is asked: an image file. */
export interface DescribeRequest {
  file: Blob;
}

export type DescribeAnswer =
  | {
      type: "described";
      /** As the built-in descriptor sees the picture. */
      vector: Float32Array;
      /** Width by height, upright. */
      ratio: number;
    }
  | { type: "unreadable" };
