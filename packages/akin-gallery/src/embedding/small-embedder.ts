import { SMALL_DIMENSIONS } from "akin-browser/sight";
import { DECODED_SIZE } from "../photos/decode-photo.js";
import type { Embedder } from "./embedder.js";
import { fileSha256, fingerprint } from "./fingerprint.js";
import { SMALL_MODEL } from "./model-registry.js";
import { type Preparation, prepareInput } from "./prepare-input.js";
import type { PixelOptions } from "./read-pixels.js";
import { SMALL_WEIGHTS } from "./small-embedding.js";

const DEFAULT_BATCH_SIZE = 8;

/**
 * The embedder of Akin's own network. It is small enough to be run in the processes that decode photos, on all cores, so
 * that what `prepare` gives is the vector.
 */
export async function openSmallEmbedder(
  options: PixelOptions & { batchSize?: number },
): Promise<Embedder> {
  const { enhance, smartCrop, shrinkOnLoad } = options;
  const pixels = { enhance, smartCrop, ...(shrinkOnLoad !== undefined && { shrinkOnLoad }) };
  const preparation: Preparation = { kind: "small", ...pixels };
  return {
    model: {
      name: SMALL_MODEL,
      dimensions: SMALL_DIMENSIONS,
      fingerprint: fingerprint({
        model: SMALL_MODEL,
        weights: await fileSha256(SMALL_WEIGHTS),
        decodedSize: shrinkOnLoad ? null : DECODED_SIZE,
        enhance,
        smartCrop,
      }),
    },
    network: null,
    dtype: null,
    revision: null,
    batchSize: options.batchSize ?? DEFAULT_BATCH_SIZE,
    preparation,
    prepare: (photo) => prepareInput(photo, preparation),
    async embed(inputs) {
      return inputs.map((input) => {
        if (!(input instanceof Float32Array))
          throw new TypeError("expected what prepare() returned");
        return input;
      });
    },
    async close() {},
  };
}
