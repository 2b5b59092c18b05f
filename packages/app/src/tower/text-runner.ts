import { Tokenizer } from "@huggingface/tokenizers";
import {
  embedWords,
  normalised,
  type TextTowerFiles,
  textTokenizer,
  tokensOf,
} from "akin-browser/format";
import { type InferenceSession, Tensor } from "onnxruntime-web/wasm";

/** Turns words into a vector of the space of the photos' vectors. */
export type EmbedWords = (words: string) => Promise<Float32Array>;

/** @param files as they are published: of the same build as this page */
export function textRunner(session: InferenceSession, files: TextTowerFiles): EmbedWords {
  const { network, tokenizer, tokenizerConfig, config } = files;
  const tokens = textTokenizer(new Tokenizer(tokenizer, tokenizerConfig), tokenizerConfig, config);
  if (tokens === null) throw new Error("The tokenizer sets no mark at the end of a text.");
  const embed = async (text: string) => {
    const { ids, length } = tokensOf(text, tokens, config, network.fixedLength);
    const values = { input_ids: ids, attention_mask: ids.map((_, i) => (i < length ? 1 : 0)) };
    const feeds = network.inputs.map(({ name, isWide }) => [name, tensorOf(values[name], isWide)]);
    const results = await session.run(Object.fromEntries(feeds), [network.output]);
    const { data, dims } = results[network.output] ?? {};
    if (!(data instanceof Float32Array)) throw new Error(`${network.output} is not float32.`);
    return normalised(data.slice(0, dims?.[1]));
  };
  return (words) => embedWords(words, embed);
}

function tensorOf(values: readonly number[], isWide: boolean): Tensor {
  const shape = [1, values.length];
  return isWide
    ? new Tensor("int64", BigInt64Array.from(values, BigInt), shape)
    : new Tensor("int32", Int32Array.from(values), shape);
}
