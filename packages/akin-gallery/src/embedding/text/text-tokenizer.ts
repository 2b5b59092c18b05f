import { existsSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { AkinError } from "../../akin-error.js";
import { readModelJson, TOKENIZER } from "../model-files.js";

/** Makes a text encoder's tokens. */
export interface TextTokenizer {
  /** Most tokens that the network takes of a text: 77 of CLIP. */
  contextLength: number;
  /** What fills up a text for networks that want a fixed number of tokens. */
  padding: number;
  /** @returns at most `most` ids, the marks of start and end among them; a long text is cut before its end mark */
  encode(text: string, most: number): number[];
}

/** CLIP's; models that say nothing of it are of its kind. */
const CONTEXT_LENGTH = 77;

/**
 * Opens the tokenizer of a model in Hugging Face's folder layout.
 * @throws AkinError BAD_MODEL if its files are of no use
 */
export async function openTokenizer(folder: string): Promise<TextTokenizer> {
  const settings = await readOptional(folder, "tokenizer_config.json");
  const config = await readOptional(folder, "config.json");
  const tokenizer = await readTokenizer(folder, settings);
  const contextLength = contextLengthOf(config, settings);
  const ids = (text: string) => tokenizer.encode(text).ids;
  const [end] = ids("").slice(-1);
  if (end === undefined) {
    throw new AkinError(
      "BAD_MODEL",
      `${TOKENIZER} in ${folder} sets no mark at the end of a text.`,
    );
  }
  return {
    contextLength,
    padding: paddingOf(tokenizer, settings) ?? end,
    encode(text, most) {
      const all = ids(text);
      return all.length > most ? [...all.slice(0, most - 1), end] : all;
    },
  };
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

async function readOptional(folder: string, file: string): Promise<Record<string, unknown>> {
  if (!existsSync(join(folder, file))) return {};
  return { ...Object(await readModelJson(folder, file)) };
}

function contextLengthOf(
  config: Record<string, unknown>,
  settings: Record<string, unknown>,
): number {
  const text = Object(config.text_config);
  // Tokenizers without a limit say 1e30.
  const isLength = (value: unknown) => Number.isInteger(value) && Number(value) <= 4096;
  const given = [
    text.max_position_embeddings,
    config.max_position_embeddings,
    settings.model_max_length,
  ];
  return Number(given.find(isLength) ?? CONTEXT_LENGTH);
}

function paddingOf(tokenizer: Tokenizer, settings: Record<string, unknown>): number | undefined {
  const token = settings.pad_token;
  const text = typeof token === "string" ? token : Object(token).content;
  return typeof text === "string" ? tokenizer.token_to_id(text) : undefined;
}
