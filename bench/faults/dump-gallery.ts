import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import * as sqliteVec from "sqlite-vec";

const MAIN = [
  "SELECT * FROM images ORDER BY id",
  "SELECT * FROM neighbours ORDER BY image_id, rank",
  "SELECT * FROM look_neighbours ORDER BY image_id, rank",
  "SELECT * FROM appearances ORDER BY content_hash",
  "SELECT * FROM photo_groups ORDER BY image_id",
  "SELECT * FROM failures ORDER BY path",
  "SELECT * FROM private_photos ORDER BY path",
  "SELECT * FROM build_info ORDER BY key",
  "SELECT rowid FROM images_fts WHERE images_fts MATCH 'sea OR wood OR town OR rose' ORDER BY rowid",
];

const VECTORS = [
  "SELECT rowid, image_path, model_name, embedding_dim, file_hash FROM vector_metadata ORDER BY rowid",
  "SELECT rowid, embedding FROM image_vectors ORDER BY rowid",
  "SELECT rowid, file_hash FROM look_metadata ORDER BY rowid",
  "SELECT rowid, look FROM look_vectors ORDER BY rowid",
  "SELECT * FROM vector_config WHERE key <> 'created_at' ORDER BY key",
];

/** All that a gallery's databases hold, without the times of their making: one line a row, in one order. */
export function dumpDatabases(gallery: string): string[] {
  return [
    ...dumpRows(join(gallery, "database.db"), MAIN),
    ...dumpRows(join(gallery, "vectors.db"), VECTORS),
  ];
}

function dumpRows(file: string, queries: readonly string[]): string[] {
  const database = openWithVectors(file);
  try {
    const rows = queries.flatMap((sql) => database.prepare(sql).all());
    return rows.map((row) =>
      JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? sha256(value) : value)),
    );
  } finally {
    database.close();
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Opens a database with stock sqlite-vec, as anybody could. */
export function openWithVectors(file: string): DatabaseSyncInstance {
  const database = new DatabaseSync(file, { readOnly: true, allowExtension: true });
  database.enableLoadExtension(true);
  sqliteVec.load(database);
  return database;
}

/** The SHA-256 of every file in a folder, by path. */
export function dumpFolder(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}
