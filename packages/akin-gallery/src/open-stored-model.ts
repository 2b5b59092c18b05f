import { AkinError } from "./akin-error.js";
import type { VectorStore } from "./database/vector-store.js";
import type { Effects } from "./effects.js";
import { type Embedder, openEmbedder } from "./embedding/index.js";
import type { AkinOptions } from "./options.js";

/**
 * Opens the very model that a gallery's vectors are of.
 * @throws AkinError as `openEmbedder`; BAD_MODEL if it has become another one meanwhile
 */
export async function openStoredModel(
  store: VectorStore,
  { offline }: Pick<AkinOptions, "offline">,
  effects: Effects,
): Promise<Embedder> {
  const dtype = store.config("dtype");
  const revision = store.config("revision");
  const batchSize = Number(store.config("batch_size")) || undefined;
  const embedder = await openEmbedder(
    {
      model: store.config("model_source") ?? store.model.name,
      enhance: store.config("preprocessing_enabled") === "true",
      smartCrop: store.config("smart_crop") === "true",
      offline,
      ...(dtype && { dtype }),
      ...(revision && { revision }),
      ...(batchSize && { batchSize }),
    },
    effects,
  );
  if (embedder.model.fingerprint === store.model.fingerprint) return embedder;
  await embedder.close();
  throw new AkinError(
    "BAD_MODEL",
    `${embedder.model.name} is no longer the model this gallery was made with; run akin embed first`,
  );
}
