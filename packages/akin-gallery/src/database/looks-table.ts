import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { LOOKS_SCHEMA } from "./schema.js";
import { iterateRows, single, transaction } from "./sqlite.js";

/** How a photo looks, as vectors.db keeps it. */
export interface StoredLook {
  /** `images.id`, the rowid of both tables. */
  id: number;
  /** Hash of the content that it is of. */
  contentHash: string;
  /** Int8Array of length `dimensions`, see `lookVector`. */
  look: Int8Array;
}

/** All looks, ascending by id. */
export interface LookSet {
  ids: Float64Array;
  /** Row after row, `ids.length * dimensions` values, each row's largest 127 or -127. */
  looks: Int8Array;
  dimensions: number;
}

const FINGERPRINT = "look_fingerprint";

/** `look_vectors` and `look_metadata` of a vectors.db: the looks of photos, beside the vectors of whatever model. */
export class LooksTable {
  private known: ReadonlyMap<number, string> | undefined;

  /** @param database of a vectors.db, with sqlite-vec if it is stored so */
  constructor(private readonly database: DatabaseSyncInstance) {}

  /** Whether there are looks of this fingerprint. */
  has(fingerprint: string): boolean {
    return this.isThere && this.config(FINGERPRINT) === fingerprint;
  }

  /** Makes the tables, without looks, unless they are there for this fingerprint. */
  prepare(fingerprint: string, dimensions: number): void {
    if (this.has(fingerprint)) return;
    this.known = undefined;
    const isVec0 = this.config("storage") === "vec0";
    transaction(this.database, () => {
      this.database.exec("DROP TABLE IF EXISTS look_vectors; DROP TABLE IF EXISTS look_metadata;");
      this.database.exec(
        isVec0
          ? `CREATE VIRTUAL TABLE look_vectors USING vec0(look int8[${dimensions}] distance_metric=cosine)`
          : "CREATE TABLE look_vectors(rowid INTEGER PRIMARY KEY, look BLOB NOT NULL)",
      );
      this.database.exec(LOOKS_SCHEMA);
      const set = this.database.prepare("INSERT OR REPLACE INTO vector_config VALUES (?, ?)");
      set.run(FINGERPRINT, fingerprint);
      set.run("look_dim", String(dimensions));
    });
  }

  /** The content that each look is of, by id; none where there are no looks. Kept in memory until they change. */
  contents(): ReadonlyMap<number, string> {
    this.known ??= this.readContents();
    return this.known;
  }

  private readContents(): Map<number, string> {
    const contents = new Map<number, string>();
    if (!this.isThere) return contents;
    const sql = "SELECT rowid AS id, file_hash FROM look_metadata";
    for (const { id, file_hash } of iterateRows(this.database, sql)) {
      contents.set(Number(id), String(file_hash));
    }
    return contents;
  }

  /** Adds or replaces looks and removes others, all of it or nothing. */
  write(looks: readonly StoredLook[], removed: readonly number[] = []): void {
    this.known = undefined;
    const isVec0 = this.config("storage") === "vec0";
    const addMetadata = this.database.prepare("INSERT INTO look_metadata VALUES (?, ?)");
    const addLook = this.database.prepare(
      `INSERT INTO look_vectors(rowid, look) VALUES (?, ${isVec0 ? "vec_int8(?)" : "?"})`,
    );
    const removals = ["look_metadata", "look_vectors"].map((table) =>
      this.database.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
    );
    transaction(this.database, () => {
      for (const id of [...removed, ...looks.map((look) => look.id)]) {
        for (const removal of removals) removal.run(BigInt(id));
      }
      for (const { id, contentHash, look } of looks) {
        addMetadata.run(BigInt(id), contentHash);
        addLook.run(BigInt(id), new Uint8Array(look.buffer, look.byteOffset, look.byteLength));
      }
    });
  }

  /** @returns the photo's look, or undefined if it has none */
  lookOf(id: number): Int8Array | undefined {
    const blob = single(
      this.database,
      "SELECT look AS value FROM look_vectors WHERE rowid = ?",
      id,
    );
    return blob instanceof Uint8Array ? lookOfBlob(blob) : undefined;
  }

  /** All looks; an empty set where there are none. */
  readAll(): LookSet {
    const dimensions = Number(this.config("look_dim") ?? 0);
    const ids = Float64Array.from(this.contents().keys()).sort();
    const rows = new Map(Array.from(ids, (id, row) => [id, row]));
    const looks = new Int8Array(ids.length * dimensions);
    if (ids.length === 0) return { ids, looks, dimensions };
    for (const { id, look } of iterateRows(
      this.database,
      "SELECT rowid AS id, look FROM look_vectors",
    )) {
      const row = rows.get(Number(id));
      if (row !== undefined && look instanceof Uint8Array)
        looks.set(lookOfBlob(look), row * dimensions);
    }
    return { ids, looks, dimensions };
  }

  private get isThere(): boolean {
    const sql = "SELECT count(*) AS value FROM sqlite_master WHERE name = 'look_metadata'";
    return single(this.database, sql) === 1;
  }

  private config(key: string): string | undefined {
    const value = single(this.database, "SELECT value FROM vector_config WHERE key = ?", key);
    return typeof value === "string" ? value : undefined;
  }
}

function lookOfBlob(blob: Uint8Array): Int8Array {
  return new Int8Array(blob.slice().buffer);
}
