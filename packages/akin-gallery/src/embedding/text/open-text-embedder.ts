import { existsSync } from "node:fs";
import { join } from "node:path";
import { normalised, tokensOf } from "akin-browser/format";
import { AkinError } from "../../akin-error.js";
import type { Effects } from "../../effects.js";
import { fileSha256, fingerprint } from "../fingerprint.js";
import { locateModel } from "../locate-model.js";
import {
  chooseTextWeights,
  type ModelFiles,
  parseDtype,
  TEXT_CONFIGS,
  TOKENIZER,
} from "../model-files.js";
import { openSession } from "../onnx-session.js";
import { ofRevision } from "../open-embedder.js";
import { downloadTextTower } from "./download-text-tower.js";
import { describeTextEncoder, runTextEncoder, type TextEncoder } from "./text-encoder.js";
import { type OpenTokenizer, openTokenizer } from "./text-tokenizer.js";

/** Turns words into vectors of the same space as a model's photos. */
export interface TextEmbedder {
  /** Length D of every vector. */
  dimensions: number;
  /** @returns Float32Array of length D, L2-normalised; the same for a text whatever was embedded before */
  embed(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Which model's text tower is wanted. */
export interface TextTowerOptions {
  /** A registry name, a Hugging Face repository or a model's folder. */
  model: string;
  /** Of the vision tower: the text tower's is the same where there is such a file. */
  dtype?: string;
  /** Commit on the hub; default: the registry's, else the newest. */
  revision?: string;
  /** Downloads nothing; default false. */
  offline?: boolean;
}

/**
 * Opens the text tower of a model. Its files are downloaded when it is first asked for, not with the vision tower.
 *
 * @param dimensions of the photos' vectors
 * @returns null for a model that has none
 * @throws AkinError MODEL_NOT_AVAILABLE if it can't be had, BAD_MODEL if it is of no use
 */
export async function openTextEmbedder(
  options: TextTowerOptions,
  dimensions: number,
  effects: Effects,
): Promise<TextEmbedder | null> {
  const files = await findTextTower(options, effects);
  if (!files) return null;
  const tokenizer = await openTokenizer(files.folder);
  const path = join(files.folder, files.weights);
  const quantised = files.dtype === "q8";
  const session = await openSession(path, { device: "cpu", quantised });
  try {
    const encoder = describeTextEncoder(session, files.weights);
    const embed = (text: string) => embedText(text, encoder, tokenizer);
    const first = await embed("");
    if (first.length !== dimensions) {
      const message = `The text part of ${options.model} gives ${first.length} numbers, its image part ${dimensions}.`;
      throw new AkinError("BAD_MODEL", message);
    }
    return { dimensions, embed, close: () => session.release() };
  } catch (error) {
    await session.release();
    throw error;
  }
}

/**
 * The files of a model's text tower, downloaded if need be.
 * @returns null for a model that has none
 */
export async function findTextTower(
  { model, dtype, revision, offline = false }: TextTowerOptions,
  effects: Effects,
): Promise<ModelFiles | null> {
  const located = locateModel(model, dtype);
  if (located.kind === "builtin" || located.kind === "small") return null;
  if (located.kind === "hub") {
    return downloadTextTower(ofRevision(located.hub, revision), offline, effects);
  }
  const { folder } = located;
  const has = (file: string) => existsSync(join(folder, file));
  const chosen = chooseTextWeights(has, dtype === undefined ? undefined : parseDtype(dtype));
  return chosen ? { folder, ...chosen } : null;
}

/** Hash over all that changes the vectors of a text tower. */
export async function textFingerprint({
  folder,
  weights,
  weightsSha256,
}: ModelFiles): Promise<string> {
  const path = join(folder, weights);
  const others = [...TEXT_CONFIGS, `${weights}_data`].filter((file) =>
    existsSync(join(folder, file)),
  );
  const contents: string[] = [];
  for (const file of [TOKENIZER, ...others]) contents.push(await fileSha256(join(folder, file)));
  return fingerprint({ weights: weightsSha256 ?? (await fileSha256(path)), contents });
}

async function embedText(
  text: string,
  encoder: TextEncoder,
  tokenizer: OpenTokenizer,
): Promise<Float32Array> {
  const { ids, length } = tokensOf(text, tokenizer, tokenizer.config, encoder.fixedLength);
  return normalised(await runTextEncoder(encoder, ids, length));
}
