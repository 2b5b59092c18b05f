import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { normalised, type Preprocessing } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import { DECODED_SIZE } from "../photos/decode-photo.js";
import type { Embedder, EmbedderInput } from "./embedder.js";
import { fileSha256, fingerprint } from "./fingerprint.js";
import { Inference } from "./inference.js";
import type { EncoderFile } from "./inference-messages.js";
import { type ModelFiles, readModelJson } from "./model-files.js";
import { type Preparation, prepareInput } from "./prepare-input.js";
import { parsePreprocessing } from "./preprocessing-config.js";
import type { PixelOptions } from "./read-pixels.js";

/** Larger batches are no faster on a CPU and take more memory. */
const DEFAULT_BATCH_SIZE = 8;

/** Of one core, for a photo of 12 megapixels. */
const MILLISECONDS_TO_DECODE = 100;

/** What to open, and how. */
export interface OnnxEmbedderOptions extends PixelOptions {
  /** How the vectors' model is called. */
  name: string;
  files: ModelFiles;
  /** See `Embedder`. */
  revision: string | null;
  /** One of onnxruntime's execution providers. */
  device: string;
  /** See `OpenEmbedderOptions`. */
  besideDecoding: boolean;
  /**
   * Default 8, and 1 for `q8`: dynamic quantisation takes one scale for a whole batch, so that a photo's vector would
   * depend on the photos it happens to be with.
   */
  batchSize?: number;
}

/**
 * Opens any ONNX image encoder in Hugging Face's folder layout; input size, resampling, normalisation and dimensions
 * come from its files.
 *
 * @throws AkinError BAD_MODEL if something in the folder is missing or of no use
 */
export async function openOnnxEmbedder(options: OnnxEmbedderOptions): Promise<Embedder> {
  const { name, files, device, enhance, smartCrop, shrinkOnLoad = false } = options;
  const batchSize = options.batchSize ?? (files.dtype === "q8" ? 1 : DEFAULT_BATCH_SIZE);
  const config = await readModelJson(files.folder, "preprocessor_config.json");
  const preprocessing = parsePreprocessing(config, `preprocessor_config.json of ${name}`);
  const path = join(files.folder, files.weights);
  const weights = files.weightsSha256 ?? (await fileSha256(path));
  // Weights beyond 2 GB lie in a second file.
  const data = existsSync(`${path}_data`) ? await fileSha256(`${path}_data`) : undefined;
  const pixels = { enhance, smartCrop, shrinkOnLoad };
  const preparation: Preparation = { kind: "network", preprocessing, ...pixels };
  const { width, height } = preprocessing;
  const file = { path, device, quantised: files.dtype === "q8", width, height };
  const encoder = options.besideDecoding
    ? await openBesideDecoding(file)
    : await Inference.open(file);
  try {
    const dimensions = await measureDimensions(encoder, preprocessing);
    return {
      model: {
        name,
        dimensions,
        fingerprint: fingerprint({
          weights,
          ...(data && { data }),
          // See `batchSize`.
          ...(files.dtype === "q8" && batchSize > 1 && { batchSize }),
          output: encoder.output,
          decodedSize: shrinkOnLoad ? null : DECODED_SIZE,
          preprocessing,
          enhance,
          smartCrop,
        }),
      },
      network: {
        path,
        input: encoder.input,
        output: encoder.output,
        fixedBatch: encoder.fixedBatch,
      },
      dtype: files.dtype,
      revision: options.revision,
      batchSize,
      preparation,
      prepare: (photo) => prepareInput(photo, preparation),
      embed: (inputs) => embed(encoder, preprocessing, inputs, batchSize),
      close: () => encoder.close(),
    };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}

/**
 * With as many threads as the network needs to keep up with decoding. More would be slower: the threads of a run wait
 * for each other, and decoding has the cores that they wait for. With any number vectors are the same, bit for bit.
 */
async function openBesideDecoding(file: EncoderFile): Promise<Inference> {
  const encoder = await Inference.open({ ...file, threads: 1 });
  const threads = await threadsNeeded(encoder, file);
  if (threads === 1) return encoder;
  await encoder.close();
  return Inference.open({ ...file, threads });
}

async function threadsNeeded(encoder: Inference, size: EncoderFile): Promise<number> {
  try {
    // The first run also takes the memory for all others.
    await embedBatch(encoder, size, [black(size)]);
    const started = performance.now();
    await embedBatch(encoder, size, [black(size)]);
    const inference = (performance.now() - started) / (encoder.fixedBatch ?? 1);
    return Math.ceil((availableParallelism() * inference) / (inference + MILLISECONDS_TO_DECODE));
  } catch {
    // `measureDimensions` says it better.
    return 1;
  }
}

function black({ width, height }: { width: number; height: number }): Float32Array {
  return new Float32Array(3 * width * height);
}

/** By one run on black: shapes in the file may be symbolic, and a network that can't run is found before the album is. */
async function measureDimensions(encoder: Inference, size: Preprocessing): Promise<number> {
  try {
    const [embedding] = await embedBatch(encoder, size, [black(size)]);
    if (embedding) return embedding.length;
  } catch (error) {
    if (error instanceof AkinError) throw error;
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new AkinError("BAD_MODEL", `The network can't be run: ${reason}`, { cause: error });
  }
  throw new AkinError("BAD_MODEL", `The network's ${encoder.output} is empty.`);
}

async function embed(
  encoder: Inference,
  size: Preprocessing,
  inputs: readonly EmbedderInput[],
  batchSize: number,
): Promise<Float32Array[]> {
  const step = encoder.fixedBatch ?? batchSize;
  const embeddings: Float32Array[] = [];
  for (let start = 0; start < inputs.length; start += step) {
    const batch = inputs.slice(start, start + step);
    embeddings.push(...(await embedBatch(encoder, size, batch)).map(normalised));
  }
  return embeddings;
}

/** A batch shorter than the model's fixed one is filled up with black, whose results are dropped. */
async function embedBatch(
  encoder: Inference,
  { width, height }: { width: number; height: number },
  inputs: readonly EmbedderInput[],
): Promise<Float32Array[]> {
  const batch = encoder.fixedBatch ?? inputs.length;
  const length = 3 * width * height;
  const pixels = new Float32Array(batch * length);
  for (const [i, input] of inputs.entries()) {
    if (input.length !== length) throw new TypeError("expected what prepare() returned");
    pixels.set(input, i * length);
  }
  const embeddings = await encoder.run(pixels, [batch, 3, height, width]);
  return embeddings.slice(0, inputs.length);
}
