import type { AkinErrorCode } from "../akin-error.js";
import type { SessionOptions } from "./onnx-session.js";

/** What an inference thread opens. */
export interface EncoderFile extends SessionOptions {
  path: string;
  /** Size of the images that the network is to take, in pixels. */
  width: number;
  height: number;
}

/** To the inference thread. */
export type InferenceRequest =
  | {
      type: "run";
      id: number;
      /** Of the shape. */
      pixels: Float32Array<ArrayBuffer>;
      shape: [batch: number, channels: number, height: number, width: number];
    }
  | { type: "close" };

/** From the inference thread. */
export type InferenceReply =
  | { type: "opened"; input: string; output: string; fixedBatch: number | null }
  | { type: "embeddings"; id: number; embeddings: Float32Array[] }
  /** The id is 0 if the network can't be opened. */
  | { type: "failed"; id: number; code: AkinErrorCode | null; message: string };
