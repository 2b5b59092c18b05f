import { embedWords } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import type { VectorStore } from "../database/vector-store.js";
import type { StoredWord } from "../database/words-table.js";
import type { Effects } from "../effects.js";
import { openTextEmbedder } from "../embedding/index.js";
import type { Words } from "./open-words.js";

/** Words that are written at once. */
const BATCH = 64;

/** Brings the words of vectors.db in line with the vocabulary: embeds those that are missing, drops the others. */
export async function storeWords(
  store: VectorStore,
  words: Words,
  effects: Effects,
): Promise<void> {
  const { vocabulary, fingerprint } = words;
  store.words.prepare(fingerprint);
  const stored = new Map(store.words.readAll().map(({ word, prompt }) => [word, prompt]));
  const gone = [...stored.keys()].filter((word) => !vocabulary.has(word));
  if (gone.length > 0) store.words.write([], gone);
  const missing = [...vocabulary].filter(([word, prompt]) => stored.get(word) !== prompt);
  if (missing.length > 0) await addWords(missing, store, words, effects);
}

async function addWords(
  missing: readonly (readonly [word: string, prompt: string])[],
  store: VectorStore,
  { tower }: Words,
  effects: Effects,
): Promise<void> {
  const embedder = await openTextEmbedder(tower, store.model.dimensions, effects);
  if (!embedder) throw new AkinError("BAD_MODEL", `the text part of ${tower.model} is gone`);
  const progress = effects.progress("Reading the vocabulary", missing.length);
  try {
    for (let start = 0; start < missing.length; start += BATCH) {
      const batch: StoredWord[] = [];
      for (const [word, prompt] of missing.slice(start, start + BATCH)) {
        effects.signal.throwIfAborted();
        batch.push({ word, prompt, vector: await embedWords(prompt, embedder.embed) });
      }
      store.words.write(batch);
      progress.update(start + batch.length);
    }
    progress.finish();
  } finally {
    await embedder.close();
  }
}
