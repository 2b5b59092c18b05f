import { createHash } from "node:crypto";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { iterateRows, single, transaction } from "./sqlite.js";

/** A word of the vocabulary as vectors.db keeps it. */
export interface StoredWord {
  word: string;
  /** What the model was told. */
  prompt: string;
  /** Float32Array of length D, L2-normalised. */
  vector: Float32Array;
}

const FINGERPRINT = "words_fingerprint";

/** `word_vectors` of a vectors.db: words in the space of the photos' vectors. */
export class WordsTable {
  /** @param database of a vectors.db */
  constructor(private readonly database: DatabaseSyncInstance) {}

  /** How the vectors were made; undefined where there are none. */
  get fingerprint(): string | undefined {
    const table = "SELECT count(*) AS value FROM sqlite_master WHERE name = 'word_vectors'";
    if (single(this.database, table) !== 1) return undefined;
    const sql = "SELECT value FROM vector_config WHERE key = ?";
    const value = single(this.database, sql, FINGERPRINT);
    return typeof value === "string" ? value : undefined;
  }

  /** Makes the table, without words, unless it is there for this fingerprint. */
  prepare(fingerprint: string): void {
    if (this.fingerprint === fingerprint) return;
    transaction(this.database, () => {
      this.database.exec(`
        DROP TABLE IF EXISTS word_vectors;
        CREATE TABLE word_vectors(word TEXT PRIMARY KEY, prompt TEXT NOT NULL, embedding BLOB NOT NULL) WITHOUT ROWID;`);
      this.database
        .prepare("INSERT OR REPLACE INTO vector_config VALUES (?, ?)")
        .run(FINGERPRINT, fingerprint);
    });
  }

  /** Adds or replaces words and removes others, all of it or nothing. */
  write(words: readonly StoredWord[], removed: readonly string[] = []): void {
    const remove = this.database.prepare("DELETE FROM word_vectors WHERE word = ?");
    const add = this.database.prepare("INSERT OR REPLACE INTO word_vectors VALUES (?, ?, ?)");
    transaction(this.database, () => {
      for (const word of removed) remove.run(word);
      for (const { word, prompt, vector } of words) {
        add.run(word, prompt, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
      }
    });
  }

  /** All words, in order of their bytes; none where there is no table. */
  readAll(): StoredWord[] {
    if (this.fingerprint === undefined) return [];
    const sql = "SELECT word, prompt, embedding FROM word_vectors ORDER BY word";
    return Array.from(iterateRows(this.database, sql), ({ word, prompt, embedding }) => ({
      word: String(word),
      prompt: String(prompt),
      vector: new Float32Array(
        embedding instanceof Uint8Array ? embedding.slice().buffer : new ArrayBuffer(),
      ),
    }));
  }

  /** Changes with all that the vectors are made of; empty where there are none. */
  get key(): string {
    if (this.fingerprint === undefined) return "";
    const hash = createHash("sha256").update(this.fingerprint);
    for (const row of iterateRows(
      this.database,
      "SELECT word, prompt FROM word_vectors ORDER BY word",
    ))
      hash.update(JSON.stringify([row.word, row.prompt]));
    return hash.digest("hex").slice(0, 32);
  }

  /** Forgets all words. */
  clear(): void {
    transaction(this.database, () => {
      this.database.exec("DROP TABLE IF EXISTS word_vectors");
      this.database.prepare("DELETE FROM vector_config WHERE key = ?").run(FINGERPRINT);
    });
  }
}
