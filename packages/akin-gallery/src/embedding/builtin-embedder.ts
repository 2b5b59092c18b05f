import {
  BUILTIN_DIMENSIONS,
  BUILTIN_INPUT_SIZE,
  BUILTIN_VERSION,
  builtinEmbedding,
} from "akin-browser/format";
import type { Embedder } from "./embedder.js";
import { fingerprint } from "./fingerprint.js";
import { type PixelOptions, readPixels } from "./read-pixels.js";

/** Small, because the descriptor is computed on the main thread and lets nothing else run meanwhile. */
const DEFAULT_BATCH_SIZE = 8;

/** The embedder without weights: colour, layout, edges and texture (`builtinEmbedding` of akin-browser). */
export function openBuiltinEmbedder(options: PixelOptions & { batchSize?: number }): Embedder {
  const { enhance, smartCrop } = options;
  const size = BUILTIN_INPUT_SIZE;
  return {
    model: {
      name: "builtin",
      dimensions: BUILTIN_DIMENSIONS,
      fingerprint: fingerprint({ model: "builtin", version: BUILTIN_VERSION, enhance, smartCrop }),
    },
    batchSize: options.batchSize ?? DEFAULT_BATCH_SIZE,
    prepare: (photo) =>
      readPixels(photo, options, (image) =>
        image.resize(
          size,
          size,
          smartCrop ? { fit: "cover", position: "attention" } : { fit: "fill" },
        ),
      ),
    async embed(inputs) {
      return inputs.map((rgb) => {
        if (!(rgb instanceof Uint8Array)) throw new TypeError("expected what prepare() returned");
        return builtinEmbedding(rgb, size, size);
      });
    },
    async close() {},
  };
}
