import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { PublicPhoto } from "./public-photos.js";

const SCHEMA = `
CREATE TABLE image_vectors(rowid INTEGER PRIMARY KEY, embedding BLOB NOT NULL);
CREATE TABLE vector_metadata(
  rowid INTEGER PRIMARY KEY,
  image_path TEXT NOT NULL UNIQUE,
  model_name TEXT NOT NULL,
  embedding_dim INTEGER NOT NULL
);
CREATE TABLE vector_config(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** A photo's embedding: Float32Array of length D, L2-normalised. */
export interface PhotoVector {
  /** `images.id` */
  id: number;
  vector: Float32Array;
}

/**
 * Fills the published vector database.
 *
 * @param vectors ascending by id
 * @param photos all that are published, by id; other photos' vectors are left out
 * @param model null for an album without embeddings: the tables stay empty
 */
export function fillVectorsDatabase(
  published: DatabaseSyncInstance,
  vectors: Iterable<PhotoVector>,
  photos: ReadonlyMap<number, PublicPhoto>,
  model: { name: string; dimensions: number } | null,
  buildId: string,
): void {
  published.exec(`BEGIN;${SCHEMA}`);
  const addConfig = published.prepare("INSERT INTO vector_config VALUES (?, ?)");
  addConfig.run("build_id", buildId);
  addConfig.run("element_type", "int8");
  if (model) {
    addConfig.run("model_name", model.name);
    addConfig.run("embedding_dim", String(model.dimensions));
    const addVector = published.prepare("INSERT INTO image_vectors VALUES (?, ?)");
    const addMetadata = published.prepare("INSERT INTO vector_metadata VALUES (?, ?, ?, ?)");
    for (const { id, vector } of vectors) {
      const photo = photos.get(id);
      if (!photo) continue;
      addVector.run(id, toInt8(vector));
      addMetadata.run(id, photo.path, model.name, model.dimensions);
    }
  }
  published.exec("COMMIT");
}

/** Scaled so that the largest value is ±127: cosine distance does not see a vector's length. */
function toInt8(vector: Float32Array): Uint8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 127 / largest : 0;
  const scaled = new Int8Array(vector.length);
  // Not Int8Array.from, which takes ten times as long with a function.
  for (let index = 0; index < scaled.length; index++) {
    scaled[index] = Math.round((vector[index] ?? 0) * scale);
  }
  return new Uint8Array(scaled.buffer);
}
