import { existsSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { type TextTokenizer, textTokenizer } from "akin-browser/format";
import { AkinError } from "../../akin-error.js";
import { readModelJson, TOKENIZER } from "../model-files.js";

/** A model's tokenizer, and what else tells how its texts are to be. */
export interface OpenTokenizer extends TextTokenizer {
  /** The model's config.json, or nothing. */
  config: Record<string, unknown>;
}

/**
 * Opens the tokenizer of a model in Hugging Face's folder layout.
 * @throws AkinError BAD_MODEL if its files are of no use
 */
export async function openTokenizer(folder: string): Promise<OpenTokenizer> {
  const settings = await readOptionalJson(folder, "tokenizer_config.json");
  const config = await readOptionalJson(folder, "config.json");
  const opened = textTokenizer(await readTokenizer(folder, settings), settings, config);
  if (opened) return { ...opened, config };
  const message = `${TOKENIZER} in ${folder} sets no mark at the end of a text.`;
  throw new AkinError("BAD_MODEL", message);
}

async function readTokenizer(folder: string, settings: object): Promise<Tokenizer> {
  const json = await readModelJson(folder, TOKENIZER);
  try {
    return new Tokenizer(Object(json), settings);
  } catch (error) {
    const message = `${TOKENIZER} in ${folder} describes no tokenizer that can be used.`;
    throw new AkinError("BAD_MODEL", message, { cause: error });
  }
}

/** @returns an empty object where there is no such file */
export async function readOptionalJson(
  folder: string,
  file: string,
): Promise<Record<string, unknown>> {
  if (!existsSync(join(folder, file))) return {};
  return { ...Object(await readModelJson(folder, file)) };
}
