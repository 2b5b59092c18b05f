import { AkinError } from "../akin-error.js";
import type { StoredVector, VectorRecord, VectorStore } from "../database/vector-store.js";
import { BatchQueue } from "./batch-queue.js";
import type { Embedder, EmbedderInput } from "./embedder.js";
import type { Preparation } from "./prepare-input.js";

/** A photo that is to have a vector. */
export interface PhotoToEmbed {
  /** Rowid in vectors.db. */
  id: number;
  /** Relative to the album. */
  path: string;
  contentHash: string;
}

interface PreparedPhoto {
  photo: PhotoToEmbed;
  input: EmbedderInput;
  /** Called when the photo's vector is written, or can't be. */
  done(error?: unknown): void;
}

/**
 * Vectors that are written at once, at least: a transaction for each would cost as much as a small network. More would
 * let decoding run ahead further, and leave cores idle when it then waits.
 */
const LEAST_BATCH = 4;

/**
 * Gives photos their vectors. Content that was embedded before keeps its vector, also under a new name; copies share
 * one. The rest is embedded in batches, each durable once written.
 */
export class PhotoEmbedder {
  private records: ReadonlyMap<number, VectorRecord>;
  private readonly queue: BatchQueue<PreparedPhoto>;
  private embedded = 0;

  /** @param photos all that are to have vectors */
  constructor(
    photos: readonly PhotoToEmbed[],
    private readonly store: VectorStore,
    private readonly embedder: Embedder,
  ) {
    reuseVectors(photos, store);
    this.records = store.records();
    const size = Math.max(embedder.batchSize, LEAST_BATCH);
    this.queue = new BatchQueue(size, (batch) => this.embed(batch));
  }

  /** How many photos went through the model. */
  get processed(): number {
    return this.embedded;
  }

  lacks(photo: PhotoToEmbed): boolean {
    return !isRecordOf(this.records.get(photo.id), photo);
  }

  /** How the inputs of `add` are made. */
  get preparation(): Preparation {
    return this.embedder.preparation;
  }

  /** Resolves when there is room for the photo; `done` is called when its vector is durable. */
  add(photo: PhotoToEmbed, input: EmbedderInput, done: PreparedPhoto["done"]): Promise<void> {
    return this.queue.add({ photo, input, done });
  }

  /**
   * Embeds what is left, gives copies their vectors, and removes what belongs to no photo.
   * @param photos all that are to have vectors now
   */
  async finish(photos: readonly PhotoToEmbed[]): Promise<void> {
    await this.queue.finish();
    reuseVectors(photos, this.store);
  }

  /** Ends early: what is in the network is still written. */
  abandon(): Promise<void> {
    return this.queue.abandon();
  }

  /** Embeds a batch; if that fails, its photos one by one, so that one photo fails alone. */
  private async embed(batch: readonly PreparedPhoto[]): Promise<void> {
    let vectors: StoredVector[];
    try {
      const embeddings = await this.embedder.embed(batch.map(({ input }) => input));
      vectors = batch.map(({ photo }, index) => ({ ...photo, vector: finite(embeddings[index]) }));
    } catch (error) {
      if (error instanceof AkinError && error.code === "FAILED") throw error;
      const [only] = batch;
      if (batch.length === 1) only?.done(error);
      else for (const one of batch) await this.embed([one]);
      return;
    }
    this.store.write(vectors);
    this.embedded += vectors.length;
    for (const { done } of batch) done();
  }
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

function finite(vector: Float32Array | undefined): Float32Array {
  if (!vector?.every(Number.isFinite)) throw new Error("the model gave no finite vector");
  return vector;
}
