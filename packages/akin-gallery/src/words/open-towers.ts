import { join } from "node:path";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import { findTextTower, textFingerprint } from "../embedding/text/open-text-embedder.js";
import { textTowerFiles } from "../embedding/text/text-tower-files.js";
import type { AkinOptions } from "../options.js";
import { textTowerOf } from "../search/search-gallery.js";
import type { TowersInput } from "../site/write-towers.js";

/**
 * The networks that are to be published with the site, as 8-bit integers where there are such.
 * @returns none where the model has none, which is said
 * @throws AkinError as `findTextTower` and `textTowerFiles`
 */
export async function openTowers(
  store: VectorStore,
  { textSearch, offline }: Pick<AkinOptions, "textSearch" | "offline">,
  effects: Effects,
): Promise<TowersInput> {
  const none = { text: null, vision: null, fingerprint: "" };
  if (!textSearch) return none;
  const files = await findTextTower({ ...textTowerOf(store), dtype: "q8", offline }, effects);
  if (files === null) {
    effects.warn(`No search by meaning: ${store.model.name} reads no words.`);
    return none;
  }
  const weights = join(files.folder, files.weights);
  const text = { weights, files: await textTowerFiles(files) };
  return { ...none, text, fingerprint: await textFingerprint(files) };
}
