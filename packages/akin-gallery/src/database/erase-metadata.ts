import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { VECTOR_METADATA } from "./schema.js";

/**
 * Writes vector_metadata anew, and overwrites the old rows: SQLite leaves copies of rows behind where it moves them
 * between pages. Not by VACUUM, which numbers rows anew that sqlite-vec finds by their numbers. Within a transaction, on
 * a connection that has `secure_delete`.
 */
export function eraseMetadata(database: DatabaseSyncInstance): void {
  database.exec(`
    DROP INDEX idx_vector_metadata_path; DROP INDEX idx_vector_metadata_hash;
    ALTER TABLE vector_metadata RENAME TO old_metadata;
    ${VECTOR_METADATA}
    INSERT INTO vector_metadata(rowid, image_path, model_name, embedding_dim, file_hash, created_at)
      SELECT rowid, image_path, model_name, embedding_dim, file_hash, created_at FROM old_metadata ORDER BY rowid;
    DROP TABLE old_metadata;`);
}
