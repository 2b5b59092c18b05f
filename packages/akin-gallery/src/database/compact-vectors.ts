import { renameSync } from "node:fs";
import { type StoredVector, VectorStore } from "./vector-store.js";

/** Vectors in memory at once. */
const BATCH = 1000;

/**
 * Rebuilds a vectors.db compactly, in a new file that replaces it once it is whole: neither sqlite-vec nor VACUUM gives
 * the room of removed vectors back.
 */
export function compactVectors(file: string): void {
  const old = VectorStore.open(file);
  const settings = old.settings();
  const next = VectorStore.create(`${file}.compact`, old.model, settings);
  const records = [...old.records().values()].sort((a, b) => a.id - b.id);
  for (let start = 0; start < records.length; start += BATCH) {
    const batch: StoredVector[] = [];
    for (const record of records.slice(start, start + BATCH)) {
      const vector = old.vectorOf(record.id);
      if (vector) batch.push({ ...record, vector });
    }
    next.write(batch);
  }
  copyLooks(old, next);
  const { fingerprint: words } = old.words;
  if (words !== undefined) {
    next.words.prepare(words);
    next.words.write(old.words.readAll());
  }
  // Again, and last: the build id and the time of the first making stay as they were.
  next.configure(settings);
  old.close();
  next.close();
  renameSync(`${file}.compact`, file);
}

function copyLooks(old: VectorStore, next: VectorStore): void {
  const fingerprint = old.config("look_fingerprint");
  if (fingerprint === undefined) return;
  const { ids, looks, dimensions } = old.looks.readAll();
  const contents = old.looks.contents();
  next.looks.prepare(fingerprint, dimensions);
  const stored = Array.from(ids, (id, row) => ({
    id,
    contentHash: contents.get(id) ?? "",
    look: looks.slice(row * dimensions, (row + 1) * dimensions),
  }));
  next.looks.write(stored);
}
