import { SMALL_MODEL } from "../../embedding/model-registry.js";

/** What is known of a model's distances before a gallery is looked at. */
export interface ModelPrior {
  /** Cosine distance between two unrelated photos: its centre and its standard deviation. */
  centre: number;
  spread: number;
  /** A gallery of photos that are all alike must not make its own likeness the measure: the centre is at least this. */
  leastCentre: number;
}

/**
 * Medians over nine sets of photos for builtin, akin-small and MobileNetV2, which stands for all networks but CLIP, and one set
 * for CLIP (MobileCLIP2): spec/similarity.md.
 * @param modelName registry name, repository or folder
 */
export function modelPrior(modelName: string): ModelPrior {
  if (modelName === "builtin") return { centre: 0.92, spread: 0.19, leastCentre: 0.5 };
  if (modelName === SMALL_MODEL) return { centre: 0.61, spread: 0.13, leastCentre: 0.3 };
  if (/clip/i.test(modelName)) return { centre: 0.54, spread: 0.1, leastCentre: 0.27 };
  return { centre: 0.42, spread: 0.07, leastCentre: 0.15 };
}
