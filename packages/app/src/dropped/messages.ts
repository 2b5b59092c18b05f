import type { Part } from "../navigation/example.js";
import type { OwnModel } from "./picture-model.js";

/** An image file, and which part of it is meant; null for all of it. */
export interface PictureToSee {
  file: Blob;
  part: Part | null;
}

/** What the worker is asked: how a picture looks to a model. */
export interface DescribeRequest extends PictureToSee {
  model: OwnModel;
}

export type DescribeAnswer =
  | {
      type: "described";
      /** As the gallery's model sees the picture. */
      vector: Float32Array;
      /** Width by height, upright. */
      ratio: number;
    }
  | { type: "unreadable" };
