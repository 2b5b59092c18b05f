import { BUILTIN_INPUT_SIZE, type Preprocessing } from "akin-browser/format";
import type { EmbedderInput } from "./embedder.js";
import { preprocess } from "./preprocessing.js";
import { type PhotoSource, type PixelOptions, readPixels } from "./read-pixels.js";
import { smallEmbedding } from "./small-embedding.js";

/** How a photo becomes a model's input: data, so that another process can be told. */
export type Preparation = PixelOptions &
  ({ kind: "builtin" } | { kind: "small" } | { kind: "network"; preprocessing: Preprocessing });

/**
 * Makes a model's input of a photo.
 *
 * @param photo decoded, or the path of an image file, or its content
 * @throws an error of one line if the photo can't be decoded
 */
export function prepareInput(photo: PhotoSource, preparation: Preparation): Promise<EmbedderInput> {
  if (preparation.kind === "network") {
    return preprocess(photo, preparation.preprocessing, preparation);
  }
  if (preparation.kind === "small") return smallEmbedding(photo, preparation);
  const size = BUILTIN_INPUT_SIZE;
  const how = preparation.smartCrop
    ? ({ fit: "cover", position: "attention" } as const)
    : ({ fit: "fill" } as const);
  return readPixels(photo, preparation, (image) => image.resize(size, size, how));
}
