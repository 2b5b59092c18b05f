/** What is known of a model's distances before a gallery is looked at. */
export interface ModelPrior {
  /** Cosine distance between two unrelated photos: its centre and its standard deviation. */
  centre: number;
  spread: number;
  /** A gallery of photos that are all alike must not make its own likeness the measure: the centre is at least this. */
  leastCentre: number;
}

/**
 * Medians over the galleries that bench/README.md lists: eight for builtin, eight for MobileNetV2, which stands for
 * networks that are neither, and one for CLIP (MobileCLIP2).
 * @param modelName registry name, repository or folder
 */
export function modelPrior(modelName: string): ModelPrior {
  if (modelName === "builtin") return { centre: 0.89, spread: 0.18, leastCentre: 0.5 };
  if (/clip/i.test(modelName)) return { centre: 0.54, spread: 0.1, leastCentre: 0.27 };
  return { centre: 0.42, spread: 0.075, leastCentre: 0.15 };
}
