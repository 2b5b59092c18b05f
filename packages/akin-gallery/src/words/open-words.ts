import { PROMPTS } from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import type { Effects } from "../effects.js";
import { fingerprint } from "../embedding/fingerprint.js";
import type { ModelFiles } from "../embedding/model-files.js";
import {
  findTextTower,
  type TextTowerOptions,
  textFingerprint,
} from "../embedding/text/open-text-embedder.js";
import type { OpenModel } from "../open-model.js";
import type { AkinOptions } from "../options.js";
import { readVocabulary, type Vocabulary } from "./vocabulary.js";

/** What the meanings of words, and automatic tags, are made with. */
export interface Words {
  vocabulary: Vocabulary;
  /** Of the model that the photos' vectors are of. */
  tower: TextTowerOptions;
  /** Changes with all that changes the words' vectors. */
  fingerprint: string;
}

/**
 * Has ready what the meanings of words need: the vocabulary, and the text tower's files.
 *
 * @returns null where the model reads no words, which is said where automatic tags were asked for, or its text part can't be
 *   had and they were not
 * @throws AkinError as `readVocabulary` and `openTextEmbedder`
 */
export async function openWords(
  { embedder, settings }: OpenModel,
  { autoTags, offline }: AkinOptions,
  effects: Effects,
): Promise<Words | null> {
  const vocabulary = readVocabulary(autoTags?.file ?? null);
  const { dtype, revision, model } = embedder;
  const tower = {
    model: settings.model_source ?? model.name,
    offline,
    ...(dtype !== null && { dtype }),
    ...(revision !== null && { revision }),
  };
  const files = await filesOf(tower, autoTags === null, effects);
  if (files) {
    const text = await textFingerprint(files);
    return { vocabulary, tower, fingerprint: fingerprint({ text, prompts: PROMPTS }) };
  }
  if (autoTags) effects.warn(`No automatic tags: ${model.name} reads no words.`);
  return null;
}

async function filesOf(
  tower: TextTowerOptions,
  isOptional: boolean,
  effects: Effects,
): Promise<ModelFiles | null> {
  try {
    return await findTextTower(tower, effects);
  } catch (error) {
    const isMissing = error instanceof AkinError && error.code === "MODEL_NOT_AVAILABLE";
    if (!isOptional || !isMissing) throw error;
    effects.warn(`The gallery won't be searched by meaning: ${error.message}`);
    return null;
  }
}
