import type { Preprocessing } from "./preprocessing.js";

/** A large file, cut into pieces that any host takes. */
export interface PublishedPieces {
  /** Size of the whole in bytes. */
  bytes: number;
  /** Size of all pieces as they are transferred, in bytes. */
  transferBytes: number;
  /** Names of the files in `data/models/` that are the whole when they are joined. */
  pieces: string[];
}

/** A network of the gallery's model, for browsers. */
export interface PublishedTower {
  /** The network as an ONNX file without data outside of it. */
  weights: PublishedPieces;
  /** Name of a JSON file in `data/models/` with what else is needed: `TextTowerFiles` of a text tower, else `VisionTowerFiles`. */
  files: string;
}

/** The networks that a site carries, and what runs them. */
export interface PublishedTowers {
  /** onnxruntime's WebAssembly. */
  runtime: PublishedPieces;
  /** Makes vectors of words. */
  text: PublishedTower | null;
  /** Makes vectors of pictures. */
  vision: PublishedTower | null;
}

/** How a network is used. */
export interface TextInputs {
  inputs: { name: "input_ids" | "attention_mask"; isWide: boolean }[];
  output: string;
  /** Number of tokens of a run where the network fixes it, else null. */
  fixedLength: number | null;
}

/** What a text tower needs beside its weights. */
export interface TextTowerFiles {
  network: TextInputs;
  /** The model's own, as they are: tokenizer.json, tokenizer_config.json and config.json; empty where there is none. */
  tokenizer: object;
  tokenizerConfig: Record<string, unknown>;
  config: Record<string, unknown>;
}

/** What a vision tower needs beside its weights. */
export interface VisionTowerFiles {
  network: {
    input: string;
    output: string;
    /** Number of pictures of a run where the network fixes it, else null. */
    fixedBatch: number | null;
    /** Length of the vectors. */
    dimensions: number;
  };
  /** How pictures become its input. */
  preprocessing: Preprocessing;
  /** Whether contrast and sharpness are raised first. */
  enhance: boolean;
}
