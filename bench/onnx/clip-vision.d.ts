import type { OnnxModel } from "./onnx-model.js";
/** The sizes of a CLIP vision tower. */
export interface ClipVisionSize {
  image: number;
  patch: number;
  width: number;
  layers: number;
  heads: number;
  hidden: number;
  dimensions: number;
}
export declare const VIT_B_32: ClipVisionSize;
/**
 * CLIP's vision tower with random weights, the same for the same seed: `pixel_values` [batch, 3, image, image] to
 * `image_embeds` [batch, dimensions]. What it sees means nothing; how long it takes is what CLIP takes.
 *
 * As `CLIPVisionModelWithProjection` of Hugging Face's transformers (`models/clip/modeling_clip.py`).
 */
export declare function clipVision(size: ClipVisionSize, seed?: number): OnnxModel;
