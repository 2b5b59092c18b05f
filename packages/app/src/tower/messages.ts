import type { PublishedTower, PublishedTowers } from "akin-browser/format";
import type { DescribeAnswer, PictureToSee } from "../dropped/messages.js";

/** Which network of the model. */
export type TowerKind = "text" | "vision";

/** A network as it is published. */
export interface TowerSource {
  kind: TowerKind;
  /** URL of `data/models/`. */
  folder: string;
  runtime: PublishedTowers["runtime"];
  tower: PublishedTower;
}

export type TowerRequest =
  | { type: "open"; source: TowerSource }
  /** Words to embed as what a photo shows. */
  | { type: "words"; id: number; words: string }
  /** A picture to embed. */
  | { type: "picture"; id: number; picture: PictureToSee };

export type TowerAnswer =
  | { type: "loading"; loadedBytes: number; totalBytes: number }
  | { type: "open" }
  /** The vector, Float32Array of length D, L2-normalised. */
  | { type: "vector"; id: number; vector: Float32Array<ArrayBuffer> }
  | { type: "picture"; id: number; described: DescribeAnswer }
  /** `id` is that of the question; null where it could not be opened. */
  | { type: "failed"; id: number | null; message: string };
