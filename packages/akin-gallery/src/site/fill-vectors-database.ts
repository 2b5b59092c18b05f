import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import type { PublicPhoto } from "./public-photos.js";
import type { PhotoVector } from "./publish-vectors.js";
import { toInt8 } from "./quantise-vector.js";

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
      addVector.run(id, new Uint8Array(toInt8(vector).buffer));
      addMetadata.run(id, photo.path, model.name, model.dimensions);
    }
  }
  published.exec("COMMIT");
}
