import type { Dtype } from "./model-files.js";
import type { Preparation } from "./prepare-input.js";
import type { PhotoSource } from "./read-pixels.js";

/** What identifies the vectors of a model: vectors of two different fingerprints are never compared. */
export interface EmbeddingModel {
  /** Registry name, Hugging Face repository, or folder name. */
  name: string;
  /** Length D of every vector. */
  dimensions: number;
  /** Hash over model file, revision, dtype and preprocessing: all that changes the vectors. */
  fingerprint: string;
}

/** A network as it is used. */
export interface EmbedderNetwork {
  /** Of its ONNX file. */
  path: string;
  input: string;
  output: string;
  /** Number of images of a run if the network fixes it, else null. */
  fixedBatch: number | null;
}

/**
 * What a model takes of one photo, ready for its first layer; of a network that is run where the photo is decoded, what it
 * gives. Only the embedder that made it can read it.
 */
export type EmbedderInput = Float32Array | Uint8Array;

/** Turns photos into vectors. Photos are prepared one by one and embedded in batches. */
export interface Embedder {
  readonly model: EmbeddingModel;
  /** What of it runs, for those who publish it; null for a model that pages carry anyway. */
  readonly network: EmbedderNetwork | null;
  /** The weights' number format; null for a model without weights. */
  readonly dtype: Dtype | null;
  /** The commit on the hub that the model is of; null for one that is not from there. */
  readonly revision: string | null;
  /** How many inputs one call of `embed` should get. */
  readonly batchSize: number;
  /** What `prepare` does, for other processes (`prepareInput`). */
  readonly preparation: Preparation;
  /**
   * Makes the model's input of a photo.
   * @param photo decoded by `decodePhoto`; or the path of an image file, or its content, which is decoded so first
   * @throws if the photo can't be decoded
   */
  prepare(photo: PhotoSource): Promise<EmbedderInput>;
  /** @returns for each input a Float32Array of length D, L2-normalised */
  embed(inputs: readonly EmbedderInput[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}
