import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { AkinError } from "./akin-error.js";
import { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import { type Embedder, openEmbedder } from "./embedding/index.js";
import type { AkinOptions } from "./options.js";

/** The model that photos are embedded with. */
export interface OpenModel {
  embedder: Embedder;
  /** What vector_config is to tell of how the vectors are made. */
  settings: Record<string, string>;
}

/** What a vectors.db tells of its model. */
interface StoredModel {
  /** What `--model` was. */
  source: string;
  dtype: string | undefined;
  revision: string | undefined;
}

/**
 * Opens the model of a vectors.db, in its number format and of its revision, until the user asks for another.
 *
 * @param vectors path of the vectors.db, which need not be there yet
 * @param shrinkOnLoad see `OpenEmbedderOptions`; for vectors that are never compared with those of a gallery
 * @throws AkinError as `openEmbedder`
 */
export async function openModel(
  vectors: string,
  options: AkinOptions,
  effects: Effects,
  { shrinkOnLoad = false }: { shrinkOnLoad?: boolean } = {},
): Promise<OpenModel> {
  const stored = storedModel(vectors);
  const named = existsSync(options.model) ? resolve(options.model) : options.model;
  const kept = stored && (named === "auto" || named === stored.source) ? stored : undefined;
  const dtype = options.dtype ?? kept?.dtype;
  const revision = options.dtype === undefined ? kept?.revision : undefined;
  try {
    const embedder = await openEmbedder(
      {
        ...options,
        ...(dtype !== undefined && { dtype }),
        ...(revision !== undefined && { revision }),
        existingModel: stored?.source ?? null,
        shrinkOnLoad,
        besideDecoding: true,
      },
      effects,
    );
    const source = named === "auto" ? (stored?.source ?? embedder.model.name) : named;
    return { embedder, settings: vectorSettings(source, options, embedder) };
  } catch (error) {
    if (named !== "auto" || !stored || !(error instanceof AkinError)) throw error;
    const message = `The gallery's vectors are of the model ${stored.source}. ${error.message} Another --model embeds all photos again.`;
    throw new AkinError(error.code, message, { cause: error });
  }
}

function storedModel(file: string): StoredModel | undefined {
  if (!existsSync(file)) return undefined;
  const store = VectorStore.open(file, { readOnly: true, configOnly: true });
  try {
    const source = store.config("model_source");
    if (source === undefined) return undefined;
    // Empty where the model has none.
    const dtype = store.config("dtype") || undefined;
    const revision = store.config("revision") || undefined;
    return { source, dtype, revision };
  } finally {
    store.close();
  }
}

function vectorSettings(
  source: string,
  { enhance, smartCrop }: AkinOptions,
  { batchSize, dtype, revision }: Embedder,
): Record<string, string> {
  return {
    model_source: source,
    preprocessing_enabled: String(enhance),
    smart_crop: String(smartCrop),
    batch_size: String(batchSize),
    dtype: dtype ?? "",
    revision: revision ?? "",
  };
}
