/** The part of a tokenizer in the hub's format that is used. */
export interface HubTokenizer {
  encode(text: string): { ids: number[] };
  token_to_id(token: string): number | undefined;
}

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
 * @param settings tokenizer_config.json, or nothing
 * @param config config.json, or nothing
 * @returns null where the tokenizer sets no mark at the end of a text
 */
export function textTokenizer(
  tokenizer: HubTokenizer,
  settings: Record<string, unknown>,
  config: Record<string, unknown>,
): TextTokenizer | null {
  const ids = (text: string) => tokenizer.encode(text).ids;
  const [end] = ids("").slice(-1);
  if (end === undefined) return null;
  return {
    contextLength: contextLengthOf(config, settings),
    padding: paddingOf(tokenizer, settings) ?? end,
    encode(text, most) {
      const all = ids(text);
      return all.length > most ? [...all.slice(0, most - 1), end] : all;
    },
  };
}

/**
 * The tokens of a text as a network takes them. CLIP's words see only those before them, so what fills a text up changes
 * nothing but the time it takes. Other networks were trained with texts that are filled up.
 *
 * @param fixedLength number of tokens if the network fixes it, else null
 */
export function tokensOf(
  text: string,
  { encode, padding, contextLength }: TextTokenizer,
  config: Record<string, unknown>,
  fixedLength: number | null,
): { ids: number[]; length: number } {
  const ids = encode(text, fixedLength ?? contextLength);
  const length = fixedLength ?? (config.model_type === "clip" ? 0 : contextLength);
  const filling = new Array<number>(Math.max(0, length - ids.length)).fill(padding);
  return { ids: [...ids, ...filling], length: ids.length };
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

function paddingOf(tokenizer: HubTokenizer, settings: Record<string, unknown>): number | undefined {
  const token = settings.pad_token;
  const text = typeof token === "string" ? token : Object(token).content;
  return typeof text === "string" ? tokenizer.token_to_id(text) : undefined;
}
