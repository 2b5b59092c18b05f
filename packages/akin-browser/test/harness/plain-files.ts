import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { getLoadablePath } from "sqlite-vec";
import { DATABASE_SCHEMA, VECTORS_SCHEMA } from "../../../akin-gallery/src/database/schema.js";
import { FIXTURE_DIMENSIONS, FIXTURE_PHOTOS, fixtureCard } from "./fixture-photos.js";

type Db = InstanceType<typeof DatabaseSync>;

/** Vectors of `large-vectors.db`, in several of vec0's chunks. */
export const LARGE_VECTORS = 3000;
const LARGE_DIMENSIONS = 128;

/** Rows of `large.db`, of 1 KB each. */
export const LARGE_ROWS = 4000;

/**
 * Writes an owner's files, as `akin build` does, and those of other programs: `database.db` and `vectors.db` of one
 * build, `other-vectors.db` of another one, `table-vectors.db` without sqlite-vec, `foreign.db` (in WAL mode, its photos
 * have only a path) and `foreign-vectors.db`, `large.db`, and `large-vectors.db`.
 */
export function writePlainFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, fill: (db: Db) => void) => {
    const db = new DatabaseSync(join(folder, name), { allowExtension: true });
    db.enableLoadExtension(true);
    db.loadExtension(getLoadablePath());
    fill(db);
    db.close();
  };
  write("database.db", (db) => fillDatabase(db, "a"));
  write("vectors.db", (db) => fillVectors(db, { buildId: "a", storage: "vec0" }));
  write("other-vectors.db", (db) => fillVectors(db, { buildId: "b", storage: "vec0" }));
  write("table-vectors.db", (db) => fillVectors(db, { buildId: "a", storage: "table" }));
  write("foreign.db", (db) => {
    db.exec("PRAGMA journal_mode = WAL; CREATE TABLE images(id INTEGER PRIMARY KEY, path, tags)");
    const insert = db.prepare("INSERT INTO images VALUES (?, ?, 'sea, blue')");
    for (const { id, path } of FIXTURE_PHOTOS) insert.run(id, path);
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  });
  write("foreign-vectors.db", (db) => fillVectors(db, { buildId: null, storage: "vec0" }));
  write("large-vectors.db", (db) => {
    db.exec(`CREATE VIRTUAL TABLE image_vectors USING vec0(embedding float[${LARGE_DIMENSIONS}])`);
    const insert = db.prepare("INSERT INTO image_vectors(rowid, embedding) VALUES (?, ?)");
    db.exec("BEGIN");
    for (let row = 1; row <= LARGE_VECTORS; row++) {
      const angle = (dimension: number) => Math.sin(row * 0.01 * (dimension + 1));
      const vector = Float32Array.from({ length: LARGE_DIMENSIONS }, (_, at) => angle(at));
      insert.run(BigInt(row), new Uint8Array(vector.buffer));
    }
    db.exec("COMMIT");
  });
  write("large.db", (db) => {
    db.exec("CREATE TABLE images(id INTEGER PRIMARY KEY, path, filler)");
    const insert = db.prepare("INSERT INTO images VALUES (?, ?, zeroblob(1000))");
    db.exec("BEGIN");
    for (let id = 1; id <= LARGE_ROWS; id++) insert.run(id, `${id}.jpg`);
    db.exec("COMMIT");
  });
}

function fillDatabase(db: Db, buildId: string): void {
  db.exec(DATABASE_SCHEMA);
  const insert = db.prepare(
    `INSERT INTO images(id, path, filename, tags, exif, geocode, width, height, file_size, modified_at, content_hash,
       metadata_fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '')`,
  );
  for (const photo of FIXTURE_PHOTOS) {
    const { id, path, filename, tags, exif, width, height, fileSize } = fixtureCard(photo);
    const geocode = path.startsWith("sea/") ? '{"city":"Lisbon"}' : null;
    const json = [JSON.stringify(tags), JSON.stringify(exif), geocode];
    insert.run(id, path, filename, ...json, width, height, fileSize);
  }
  db.prepare("INSERT INTO build_info VALUES ('build_id', ?)").run(buildId);
}

function fillVectors(
  db: Db,
  { buildId, storage }: { buildId: string | null; storage: "vec0" | "table" },
): void {
  db.exec(VECTORS_SCHEMA);
  db.exec(
    storage === "vec0"
      ? `CREATE VIRTUAL TABLE image_vectors USING vec0(embedding float[${FIXTURE_DIMENSIONS}] distance_metric=cosine)`
      : "CREATE TABLE image_vectors(rowid INTEGER PRIMARY KEY, embedding BLOB NOT NULL)",
  );
  const addVector = db.prepare("INSERT INTO image_vectors(rowid, embedding) VALUES (?, ?)");
  const addMetadata = db.prepare("INSERT INTO vector_metadata VALUES (?, ?, 'builtin', 8, '', '')");
  for (const { id, path, vector } of FIXTURE_PHOTOS) {
    const length = Math.hypot(...vector);
    const embedding = Float32Array.from(vector, (value) => value / length);
    addVector.run(BigInt(id), new Uint8Array(embedding.buffer));
    addMetadata.run(id, path);
  }
  const addConfig = db.prepare("INSERT INTO vector_config VALUES (?, ?)");
  addConfig.run("storage", storage);
  if (buildId !== null) addConfig.run("build_id", buildId);
}
