import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import * as sqliteVec from "sqlite-vec";

const MAIN = [
  "SELECT * FROM images ORDER BY id",
  "SELECT * FROM neighbours ORDER BY image_id, rank",
  "SELECT * FROM failures ORDER BY path",
  "SELECT * FROM build_info ORDER BY key",
  "SELECT rowid, rank FROM images_fts WHERE images_fts MATCH 'sea OR wood OR town OR rose' ORDER BY rowid",
];

const VECTORS = [
  "SELECT rowid, image_path, model_name, embedding_dim, file_hash FROM vector_metadata ORDER BY rowid",
  "SELECT rowid, hex(embedding) AS embedding FROM image_vectors ORDER BY rowid",
  "SELECT * FROM vector_config WHERE key <> 'created_at' ORDER BY key",
];

/** All that a gallery's databases hold, without the times of their making, in one order. */
export function dumpDatabases(gallery: string): string {
  const main = openWithVectors(join(gallery, "database.db"));
  const vectors = openWithVectors(join(gallery, "vectors.db"));
  try {
    const rows = [
      ...MAIN.map((sql) => main.prepare(sql).all()),
      ...VECTORS.map((sql) => vectors.prepare(sql).all()),
    ];
    return JSON.stringify(rows, (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
  } finally {
    main.close();
    vectors.close();
  }
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
