import { setImmediate as nextTurn } from "node:timers/promises";
import {
  BUILTIN_DIMENSIONS,
  BUILTIN_INPUT_SIZE,
  BUILTIN_VERSION,
  builtinEmbedding,
} from "akin-browser/format";
import { DECODED_SIZE } from "../photos/decode-photo.js";
import type { Embedder } from "./embedder.js";
import { fingerprint } from "./fingerprint.js";
import { type Preparation, prepareInput } from "./prepare-input.js";
import type { PixelOptions } from "./read-pixels.js";

const DEFAULT_BATCH_SIZE = 8;

/** The embedder without weights: colour, layout, edges and texture (`builtinEmbedding` of akin-browser). */
export function openBuiltinEmbedder(options: PixelOptions & { batchSize?: number }): Embedder {
  const { enhance, smartCrop, shrinkOnLoad } = options;
  const size = BUILTIN_INPUT_SIZE;
  const pixels = { enhance, smartCrop, ...(shrinkOnLoad !== undefined && { shrinkOnLoad }) };
  const preparation: Preparation = { kind: "builtin", ...pixels };
  return {
    model: {
      name: "builtin",
      dimensions: BUILTIN_DIMENSIONS,
      fingerprint: fingerprint({
        model: "builtin",
        version: BUILTIN_VERSION,
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
      const embeddings: Float32Array[] = [];
      for (const rgb of inputs) {
        if (!(rgb instanceof Uint8Array)) throw new TypeError("expected what prepare() returned");
        embeddings.push(builtinEmbedding(rgb, size, size));
        // 12 ms each on the main thread: those who decode meanwhile must get their next task.
        await nextTurn();
      }
      return embeddings;
    },
    async close() {},
  };
}
