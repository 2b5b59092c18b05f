import { existsSync, renameSync, rmSync } from "node:fs";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { AkinError } from "../akin-error.js";
import type { EmbeddingModel } from "../embedding/embedder.js";
import type { VectorSet } from "../similarity/neighbour-lists.js";
import { eraseMetadata } from "./erase-metadata.js";
import { loadSqliteVec } from "./load-sqlite-vec.js";
import { LooksTable } from "./looks-table.js";
import { VECTORS_SCHEMA } from "./schema.js";
import { integrityProblems, iterateRows, openDatabase, single, transaction } from "./sqlite.js";
import { WordsTable } from "./words-table.js";

/** A photo's vector as vectors.db keeps it. */
export interface StoredVector {
  /** `images.id`, the rowid of both tables. */
  id: number;
  path: string;
  /** Hash of the content that was embedded. */
  contentHash: string;
  /** Float32Array of length D, L2-normalised. */
  vector: Float32Array;
}

/** A row of vector_metadata, without the vector. */
export type VectorRecord = Omit<StoredVector, "vector">;

/** How `image_vectors` is stored: sqlite-vec's virtual table, or a plain table where it can't be loaded. */
export type VectorStorage = "vec0" | "table";

/** vectors.db: the embeddings of one model. */
export class VectorStore {
  /** How photos look, whatever the model. */
  readonly looks: LooksTable;
  /** The vocabulary, where photos have automatic tags. */
  readonly words: WordsTable;
  private all: VectorSet | undefined;
  private known: ReadonlyMap<number, VectorRecord> | undefined;

  private constructor(
    readonly file: string,
    private readonly database: DatabaseSyncInstance,
  ) {
    this.looks = new LooksTable(database);
    this.words = new WordsTable(database);
    // What is deleted is overwritten: of vectors, sqlite-vec sees to that.
    database.exec("PRAGMA secure_delete = ON");
  }

  /**
   * Opens a vectors.db that has a model already.
   * @param options `configOnly`: the vectors will not be looked at, so sqlite-vec is not needed
   * @throws AkinError `NO_GALLERY` if it isn't there, as `openDatabase`, or `FAILED` if it needs sqlite-vec and
   *   this machine can't load it
   */
  static open(
    file: string,
    options: { readOnly?: boolean; configOnly?: boolean } = {},
  ): VectorStore {
    const { readOnly = false, configOnly = false } = options;
    if (!existsSync(file)) {
      throw new AkinError("NO_GALLERY", `${file} isn't there; run akin embed first`);
    }
    const store = new VectorStore(
      file,
      openDatabase(file, VECTORS_SCHEMA, { readOnly, allowExtension: true }),
    );
    if (configOnly) return store;
    if (store.config("storage") === "vec0" && !loadSqliteVec(store.database)) {
      store.close();
      throw new AkinError(
        "FAILED",
        `${file} was written with sqlite-vec, which can't be loaded here; embed again with --force`,
      );
    }
    return store;
  }

  /** Makes a new vectors.db for a model; `settings` are kept in vector_config beside the model's own. */
  static create(
    file: string,
    model: EmbeddingModel,
    settings: Record<string, string>,
  ): VectorStore {
    // Under another name until it has a model: killed before that, it would stand in the way of every other build.
    const unfinished = `${file}.new`;
    for (const old of [file, unfinished]) {
      for (const path of [old, `${old}-journal`]) rmSync(path, { force: true });
    }
    const database = openDatabase(unfinished, VECTORS_SCHEMA, { allowExtension: true });
    const store = new VectorStore(unfinished, database);
    const storage: VectorStorage = loadSqliteVec(database) ? "vec0" : "table";
    transaction(database, () => {
      database.exec(
        storage === "vec0"
          ? `CREATE VIRTUAL TABLE image_vectors USING vec0(embedding float[${model.dimensions}] distance_metric=cosine)`
          : "CREATE TABLE image_vectors(rowid INTEGER PRIMARY KEY, embedding BLOB NOT NULL)",
      );
      store.configure({
        ...settings,
        model_name: model.name,
        model_fingerprint: model.fingerprint,
        embedding_dim: String(model.dimensions),
        storage,
        created_at: new Date().toISOString(),
      });
    });
    store.close();
    renameSync(unfinished, file);
    return VectorStore.open(file);
  }

  get model(): EmbeddingModel {
    return {
      name: this.config("model_name") ?? "",
      dimensions: Number(this.config("embedding_dim") ?? 0),
      fingerprint: this.config("model_fingerprint") ?? "",
    };
  }

  get count(): number {
    return Number(single(this.database, "SELECT count(*) AS value FROM vector_metadata"));
  }

  config(key: string): string | undefined {
    const value = single(this.database, "SELECT value FROM vector_config WHERE key = ?", key);
    return typeof value === "string" ? value : undefined;
  }

  /** All of vector_config. */
  settings(): Record<string, string> {
    const rows = this.database.prepare("SELECT key, value FROM vector_config").all();
    return Object.fromEntries(rows.map(({ key, value }) => [String(key), String(value)]));
  }

  /** Sets values of vector_config. */
  configure(values: Record<string, string>): void {
    const statement = this.database.prepare("INSERT OR REPLACE INTO vector_config VALUES (?, ?)");
    for (const [key, value] of Object.entries(values)) statement.run(key, value);
  }

  /** All photos that have a vector, by id; read once, and kept in memory until they change. */
  records(): ReadonlyMap<number, VectorRecord> {
    this.known ??= this.readRecords();
    return this.known;
  }

  private readRecords(): Map<number, VectorRecord> {
    const sql = "SELECT rowid AS id, image_path, file_hash FROM vector_metadata";
    const records = new Map<number, VectorRecord>();
    for (const row of iterateRows(this.database, sql)) {
      const id = Number(row.id);
      records.set(id, { id, path: String(row.image_path), contentHash: String(row.file_hash) });
    }
    return records;
  }

  /**
   * Adds or replaces vectors and removes others, all of it or nothing.
   * @param removed ids of photos that are gone; unknown ones are ignored
   */
  write(vectors: readonly StoredVector[], removed: readonly number[] = []): void {
    this.all = undefined;
    this.known = undefined;
    const { name, dimensions } = this.model;
    const addMetadata = this.database.prepare(
      "INSERT INTO vector_metadata(rowid, image_path, model_name, embedding_dim, file_hash) VALUES (?, ?, ?, ?, ?)",
    );
    // vec0 takes rowids only as integers, and a JavaScript number is bound as a real.
    const addVector = this.database.prepare(
      "INSERT INTO image_vectors(rowid, embedding) VALUES (?, ?)",
    );
    transaction(this.database, () => {
      for (const id of removed) this.deleteRow(id);
      for (const { id, path, contentHash, vector } of vectors) {
        this.deleteRow(id);
        addMetadata.run(id, path, name, dimensions, contentHash);
        addVector.run(BigInt(id), blobOf(vector));
      }
    });
  }

  /** @returns the photo's vector, Float32Array of length D, or undefined if it has none */
  vectorOf(id: number): Float32Array | undefined {
    const blob = single(
      this.database,
      "SELECT embedding AS value FROM image_vectors WHERE rowid = ?",
      id,
    );
    return blob instanceof Uint8Array ? vectorOfBlob(blob) : undefined;
  }

  /** All vectors, ascending by id; read once, and kept in memory until they change. */
  readAll(): VectorSet {
    this.all ??= this.readVectors();
    return this.all;
  }

  /** Each vector with its photo's id, in any order: those that `readAll` keeps, else one after the other. */
  *readEach(): Generator<{ id: number; vector: Float32Array }> {
    if (!this.all) {
      yield* this.readRows();
      return;
    }
    const { ids, vectors, dimensions } = this.all;
    for (const [row, id] of ids.entries()) {
      yield { id, vector: vectors.subarray(row * dimensions, (row + 1) * dimensions) };
    }
  }

  private readVectors(): VectorSet {
    const { dimensions } = this.model;
    const ids = Float64Array.from(this.records().keys()).sort();
    const rows = new Map(Array.from(ids, (id, row) => [id, row]));
    const vectors = new Float32Array(ids.length * dimensions);
    for (const { id, vector } of this.readRows()) {
      const row = rows.get(id);
      if (row !== undefined) vectors.set(vector, row * dimensions);
    }
    return { ids, vectors, dimensions };
  }

  private *readRows(): Generator<{ id: number; vector: Float32Array }> {
    const sql = "SELECT rowid AS id, embedding FROM image_vectors";
    for (const { id, embedding } of iterateRows(this.database, sql)) {
      if (embedding instanceof Uint8Array)
        yield { id: Number(id), vector: vectorOfBlob(embedding) };
    }
  }

  /** Overwrites the paths of photos that are gone. */
  erase(): void {
    transaction(this.database, () => eraseMetadata(this.database));
  }

  /** @returns SQLite's own findings, empty if the file is whole */
  integrityProblems(): string[] {
    return integrityProblems(this.database);
  }

  close(): void {
    this.database.close();
  }

  private deleteRow(id: number): void {
    this.database.prepare("DELETE FROM vector_metadata WHERE rowid = ?").run(id);
    this.database.prepare("DELETE FROM image_vectors WHERE rowid = ?").run(BigInt(id));
  }
}

function blobOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

function vectorOfBlob(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer);
}
