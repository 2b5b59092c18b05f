import type { Part } from "../navigation/example.js";

/** What the worker is asked: an image file, and which part of it is meant; null for all of it. */
export interface DescribeRequest {
  file: Blob;
  part: Part | null;
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
