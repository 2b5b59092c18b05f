export type { Embedder, EmbedderInput, EmbeddingModel } from "./embedder.js";
export {
  findRegisteredModel,
  MODEL_REGISTRY,
  PACKAGED_MODELS,
  type PinnedFile,
  RECOMMENDED_MODEL,
  type RegisteredModel,
  SMALL_MODEL,
} from "./model-registry.js";
export { type OpenEmbedderOptions, openEmbedder } from "./open-embedder.js";
export { type Preparation, prepareInput } from "./prepare-input.js";
export { signWeights } from "./signed-weights.js";
export {
  openTextEmbedder,
  type TextEmbedder,
  type TextTowerOptions,
} from "./text/open-text-embedder.js";
