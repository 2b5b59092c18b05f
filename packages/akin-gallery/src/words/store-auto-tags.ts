import { createHash } from "node:crypto";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { buildInfo, markUnerased, markUnfinished, setBuildInfo } from "../database/build-info.js";
import { saveFullText } from "../database/full-text-table.js";
import { iterateRows, transaction } from "../database/sqlite.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import type { AkinOptions } from "../options.js";
import { chooseTags } from "./choose-tags.js";
import type { Words } from "./open-words.js";
import { storeWords } from "./store-words.js";
import { wordSetOf } from "./word-set.js";

/** Raised whenever the same vectors would give other tags. */
const METHOD = 1;

/**
 * Brings the vocabulary's vectors, and the automatic tags of photos, in line with the photos' vectors.
 * @param words of the model; null takes them and all tags away
 */
export async function storeAutoTags(
  database: DatabaseSyncInstance,
  store: VectorStore,
  words: Words | null,
  { autoTags }: Pick<AkinOptions, "autoTags">,
  effects: Effects,
): Promise<void> {
  if (words) await storeWords(store, words, effects);
  else if (store.words.fingerprint !== undefined) store.words.clear();
  if (words && autoTags) {
    await updateTags(database, store, effects);
    return;
  }
  if (buildInfo(database, "auto_tags_of") === undefined) return;
  saveTags(database, new Map());
  database.exec("DELETE FROM build_info WHERE key = 'auto_tags_of'");
}

/** Where photos have automatic tags, brings them in line with the vectors, by the words that vectors.db has. */
export async function refreshAutoTags(
  database: DatabaseSyncInstance,
  store: VectorStore,
  effects: Effects,
): Promise<void> {
  if (buildInfo(database, "auto_tags_of") !== undefined) await updateTags(database, store, effects);
}

async function updateTags(
  database: DatabaseSyncInstance,
  store: VectorStore,
  effects: Effects,
): Promise<void> {
  const key = tagsKey(store);
  if (buildInfo(database, "auto_tags_of") === key) return;
  const photos = store.readAll();
  const words = wordSetOf(store.words.readAll(), store.model.dimensions);
  const progress = effects.progress("Tagging", photos.ids.length);
  const byRow = await chooseTags(photos, words, effects.signal, progress.update);
  progress.finish();
  saveTags(database, new Map([...byRow].map(([row, tags]) => [photos.ids[row] ?? 0, tags])));
  setBuildInfo(database, { auto_tags_of: key });
}

/** Changes with everything that the tags are made of. */
function tagsKey(store: VectorStore): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([METHOD, store.model.fingerprint, store.words.key]));
  const photos = [...store.records().values()].sort((a, b) => a.id - b.id);
  for (const { id, contentHash } of photos) hash.update(`${id} ${contentHash}\n`);
  return hash.digest("hex").slice(0, 32);
}

function saveTags(database: DatabaseSyncInstance, tags: ReadonlyMap<number, string[]>): void {
  const rows = Array.from(
    iterateRows(database, "SELECT id, auto_tags FROM images"),
    ({ id, auto_tags }) => ({ id: Number(id), before: String(auto_tags) }),
  );
  const changed = rows
    .map(({ id, before }) => ({ id, before, now: JSON.stringify(tags.get(id) ?? []) }))
    .filter(({ before, now }) => before !== now);
  if (changed.length === 0) return;
  markUnfinished(database);
  transaction(database, () => {
    if (changed.some(({ before }) => before !== "[]")) markUnerased(database);
    const update = database.prepare("UPDATE images SET auto_tags = ? WHERE id = ?");
    for (const { id, now } of changed) {
      update.run(now, id);
      saveFullText(database, id);
    }
  });
}
