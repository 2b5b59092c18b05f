import type { PublishedTower, PublishedTowers } from "akin-browser/format";

/** Which network of the model. */
export type TowerKind = "text" | "vision";

/** A network as it is published. */
export interface TowerSource {
  /** URL of `data/models/`. */
  folder: string;
  runtime: PublishedTowers["runtime"];
  tower: PublishedTower;
}

export type TowerRequest =
  | { type: "open"; source: TowerSource }
  /** Words to embed as what a photo shows. */
  | { type: "words"; id: number; words: string };

export type TowerAnswer =
  | { type: "loading"; loadedBytes: number; totalBytes: number }
  | { type: "open" }
  /** The vector, Float32Array of length D, L2-normalised. */
  | { type: "vector"; id: number; vector: Float32Array<ArrayBuffer> }
  /** `id` is that of the words; null where it could not be opened. */
  | { type: "failed"; id: number | null; message: string };
