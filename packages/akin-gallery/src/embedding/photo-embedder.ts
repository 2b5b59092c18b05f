import { availableParallelism } from "node:os";
import type { StoredVector, VectorRecord, VectorStore } from "../database/vector-store.js";
import type { Effects, StageProgress } from "../effects.js";
import { mapSettled } from "../map-settled.js";
import type { Embedder, EmbedderInput } from "./embedder.js";

/** A photo that is to have a vector. */
export interface PhotoToEmbed {
  /** Rowid in vectors.db. */
  id: number;
  /** Relative to the album. */
  path: string;
  /** Where to read it. */
  file: string;
  contentHash: string;
}

export interface EmbedEffects extends Effects {
  /** Called for a photo that can't be embedded; it gets no vector. */
  onFailure(photo: PhotoToEmbed, stage: "decode" | "embed", error: unknown): void;
}

interface PreparedPhoto {
  photo: PhotoToEmbed;
  input: EmbedderInput;
}

/**
 * Gives each photo its vector, and removes all others from the store. Content that was embedded before keeps its
 * vector, also under a new name; copies share one. The rest is embedded in batches, each durable once written; while
 * one batch is in the network, the next is decoded.
 *
 * @returns how many photos went through the model
 */
export async function embedPhotos(
  photos: readonly PhotoToEmbed[],
  store: VectorStore,
  embedder: Embedder,
  effects: EmbedEffects,
): Promise<number> {
  reuseVectors(photos, store);
  const missing = firstOfEachContent(withoutVector(photos, store.records()));
  const progress = effects.progress("Embedding", missing.length);
  const embedded = await embedMissing(missing, store, embedder, effects, progress);
  progress.finish();
  reuseVectors(photos, store);
  return embedded;
}

function withoutVector(
  photos: readonly PhotoToEmbed[],
  records: ReadonlyMap<number, VectorRecord>,
): PhotoToEmbed[] {
  return photos.filter((photo) => !isRecordOf(records.get(photo.id), photo));
}

function isRecordOf(record: VectorRecord | undefined, photo: PhotoToEmbed): boolean {
  return record?.contentHash === photo.contentHash && record.path === photo.path;
}

/** Copies the vectors of known content to the photos that lack one, and drops what belongs to no photo. */
function reuseVectors(photos: readonly PhotoToEmbed[], store: VectorStore): void {
  const records = store.records();
  const idOfContent = new Map<string, number>();
  for (const { id, contentHash } of records.values()) idOfContent.set(contentHash, id);
  const reused: StoredVector[] = [];
  for (const photo of withoutVector(photos, records)) {
    const source = idOfContent.get(photo.contentHash);
    const vector = source === undefined ? undefined : store.vectorOf(source);
    if (vector) reused.push({ ...photo, vector });
  }
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const gone = [...records.values()].filter((record) => {
    const photo = byId.get(record.id);
    return photo === undefined || !isRecordOf(record, photo);
  });
  if (reused.length > 0 || gone.length > 0) {
    store.write(
      reused,
      gone.map((record) => record.id),
    );
  }
}

function firstOfEachContent(photos: readonly PhotoToEmbed[]): PhotoToEmbed[] {
  const firsts = new Map<string, PhotoToEmbed>();
  for (const photo of photos) {
    if (!firsts.has(photo.contentHash)) firsts.set(photo.contentHash, photo);
  }
  return [...firsts.values()];
}

async function embedMissing(
  photos: readonly PhotoToEmbed[],
  store: VectorStore,
  embedder: Embedder,
  effects: EmbedEffects,
  progress: StageProgress,
): Promise<number> {
  let embedded = 0;
  let next = prepareBatch(photos.slice(0, embedder.batchSize), embedder, effects);
  for (let start = 0; start < photos.length; start += embedder.batchSize) {
    effects.signal.throwIfAborted();
    const prepared = await next;
    const end = start + embedder.batchSize;
    next = prepareBatch(photos.slice(end, end + embedder.batchSize), embedder, effects);
    const vectors = await embedBatch(prepared, embedder, effects);
    if (vectors.length > 0) store.write(vectors);
    embedded += vectors.length;
    progress.update(Math.min(end, photos.length));
  }
  await next;
  return embedded;
}

async function prepareBatch(
  photos: readonly PhotoToEmbed[],
  embedder: Embedder,
  effects: EmbedEffects,
): Promise<PreparedPhoto[]> {
  const inputs = await mapSettled(photos, availableParallelism(), (photo) =>
    embedder.prepare(photo.file),
  );
  const prepared: PreparedPhoto[] = [];
  for (const [index, input] of inputs.entries()) {
    const photo = photos[index];
    if (!photo) continue;
    if (input.status === "fulfilled") prepared.push({ photo, input: input.value });
    else effects.onFailure(photo, "decode", input.reason);
  }
  return prepared;
}

/** Embeds a batch; if that fails, its photos one by one, so that one photo fails alone. */
async function embedBatch(
  prepared: readonly PreparedPhoto[],
  embedder: Embedder,
  effects: EmbedEffects,
): Promise<StoredVector[]> {
  if (prepared.length === 0) return [];
  try {
    const vectors = await embedder.embed(prepared.map(({ input }) => input));
    return prepared.map(({ photo }, index) => ({ ...photo, vector: finite(vectors[index]) }));
  } catch (error) {
    const [only] = prepared;
    if (prepared.length === 1 && only) {
      effects.onFailure(only.photo, "embed", error);
      return [];
    }
    const single: StoredVector[] = [];
    for (const one of prepared) single.push(...(await embedBatch([one], embedder, effects)));
    return single;
  }
}

function finite(vector: Float32Array | undefined): Float32Array {
  if (!vector?.every(Number.isFinite)) throw new Error("the model gave no finite vector");
  return vector;
}
