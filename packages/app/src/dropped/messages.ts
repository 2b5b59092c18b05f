import type { Part } from "../navigation/example.js";
import type { PictureModel } from "./picture-model.js";

/** What the worker is asked: how an image file looks to a model, and which part of it is meant; null for all of it. */
export interface DescribeRequest {
  model: PictureModel;
  file: Blob;
  part: Part | null;
}

export type DescribeAnswer =
  | {
      type: "described";
      /** As the model sees the picture. */
      vector: Float32Array;
      /** Width by height, upright. */
      ratio: number;
    }
  | { type: "unreadable" };
