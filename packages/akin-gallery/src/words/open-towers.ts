import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { VisionTowerFiles } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import type { VectorStore } from "../database/vector-store.js";
import type { Effects } from "../effects.js";
import type { Embedder } from "../embedding/embedder.js";
import { findTextTower, textFingerprint } from "../embedding/text/open-text-embedder.js";
import { textTowerFiles } from "../embedding/text/text-tower-files.js";
import { openStoredModel } from "../open-stored-model.js";
import type { AkinOptions } from "../options.js";
import { textTowerOf } from "../search/search-gallery.js";
import type { TowerInput, TowersInput } from "../site/write-towers.js";

/** A network, and what changes with any of it. */
type OpenTower = { tower: TowerInput; fingerprint: string } | null;

/**
 * The networks that are to be published with the site.
 * @returns none where the model has none, which is said
 * @throws AkinError as `findTextTower`, `textTowerFiles` and `openStoredModel`
 */
export async function openTowers(
  store: VectorStore,
  options: Pick<AkinOptions, "textSearch" | "imageSearch" | "offline">,
  effects: Effects,
): Promise<TowersInput> {
  const text = options.textSearch ? await openText(store, options, effects) : null;
  const vision = options.imageSearch ? await openVision(store, options, effects) : null;
  return {
    text: text?.tower ?? null,
    vision: vision?.tower ?? null,
    fingerprint: [text?.fingerprint ?? "", vision?.fingerprint ?? ""].join(" "),
  };
}

/** As 8-bit integers where there are such. */
async function openText(
  store: VectorStore,
  { offline }: Pick<AkinOptions, "offline">,
  effects: Effects,
): Promise<OpenTower> {
  const files = await findTextTower({ ...textTowerOf(store), dtype: "q8", offline }, effects);
  if (files === null) {
    effects.warn(`No search by meaning: ${store.model.name} reads no words.`);
    return null;
  }
  const weights = join(files.folder, files.weights);
  const tower = { weights, files: await textTowerFiles(files) };
  return { tower, fingerprint: await textFingerprint(files) };
}

/** In the number format of the photos' vectors, which those of pictures are to be near to. */
async function openVision(
  store: VectorStore,
  options: Pick<AkinOptions, "offline">,
  effects: Effects,
): Promise<OpenTower> {
  const embedder = await openStoredModel(store, options, effects);
  try {
    const tower = visionTower(embedder);
    if (tower === null) return null;
    if (embedder.preparation.smartCrop) {
      effects.warn(
        "The page can't crop pictures as --smart-crop does: of those that are searched for it sees the middle.",
      );
    }
    return { tower, fingerprint: embedder.model.fingerprint };
  } finally {
    await embedder.close();
  }
}

/** @returns null for a model that pages carry anyway */
function visionTower({ model, network, preparation }: Embedder): TowerInput | null {
  if (network === null || preparation.kind !== "network") return null;
  const { path, ...use } = network;
  if (existsSync(`${path}_data`)) {
    const message = `${basename(path)} keeps its weights in a second file, which browsers can't take: try --dtype q8.`;
    throw new AkinError("BAD_MODEL", message);
  }
  const { preprocessing, enhance } = preparation;
  const { dimensions } = model;
  const files: VisionTowerFiles = { network: { ...use, dimensions }, preprocessing, enhance };
  return { weights: path, files };
}
