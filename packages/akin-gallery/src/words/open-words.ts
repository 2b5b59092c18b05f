import type { Effects } from "../effects.js";
import { fingerprint } from "../embedding/fingerprint.js";
import {
  findTextTower,
  type TextTowerOptions,
  textFingerprint,
} from "../embedding/text/open-text-embedder.js";
import type { OpenModel } from "../open-model.js";
import type { AkinOptions } from "../options.js";
import { PROMPTS } from "./prompts.js";
import { readVocabulary, type Vocabulary } from "./vocabulary.js";

/** What automatic tags are made with. */
export interface Words {
  vocabulary: Vocabulary;
  /** Of the model that the photos' vectors are of. */
  tower: TextTowerOptions;
  /** Changes with all that changes the words' vectors. */
  fingerprint: string;
}

/**
 * Has ready what automatic tags need, where they are asked for: the vocabulary, and the text tower's files.
 *
 * @returns null where there are to be none, also because the model reads no words, which is said
 * @throws AkinError as `readVocabulary` and `openTextEmbedder`
 */
export async function openWords(
  { embedder, settings }: OpenModel,
  { autoTags, offline }: AkinOptions,
  effects: Effects,
): Promise<Words | null> {
  if (autoTags === null) return null;
  const vocabulary = readVocabulary(autoTags.file);
  const { dtype, revision, model } = embedder;
  const tower = {
    model: settings.model_source ?? model.name,
    offline,
    ...(dtype !== null && { dtype }),
    ...(revision !== null && { revision }),
  };
  const files = await findTextTower(tower, effects);
  if (files) {
    const text = await textFingerprint(files);
    return { vocabulary, tower, fingerprint: fingerprint({ text, prompts: PROMPTS }) };
  }
  effects.warn(`No automatic tags: ${model.name} reads no words.`);
  return null;
}
