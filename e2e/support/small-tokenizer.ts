/** Ids of the marks of start and end stand behind those of bytes and merges, as in CLIP's. */
const START = "<|startoftext|>";
const END = "<|endoftext|>";

/** A tokenizer of CLIP's kind, with fewer words. */
export interface SmallTokenizer {
  /** As the hub has them. */
  files: Record<string, object>;
  /** Number of tokens. */
  size: number;
  /** Of one of the words. */
  idOf(word: string): number;
}

/**
 * A byte-pair tokenizer in the hub's format that has some words as tokens of their own; all others are bytes.
 * @param words in ASCII letters
 */
export function smallTokenizer(words: readonly string[]): SmallTokenizer {
  const letters = byteLetters();
  const merges: string[] = [];
  const merged = new Set<string>();
  for (const word of words) {
    const parts = [...word];
    parts.push(`${parts.pop()}</w>`);
    for (let start = parts[0] ?? "", i = 1; i < parts.length; i++) {
      const next = parts[i] ?? "";
      if (!merged.has(start + next)) merges.push(`${start} ${next}`);
      start += next;
      merged.add(start);
    }
  }
  const tokens = [...letters, ...letters.map((letter) => `${letter}</w>`), ...merged, START, END];
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]));
  const idOf = (token: string) => vocab[token] ?? 0;
  const mark = (content: string) => {
    const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    return { id: idOf(content), special: true, content, ...flags };
  };
  const pattern = "[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
  return {
    size: tokens.length,
    idOf: (word) => idOf(`${word}</w>`),
    files: {
      "tokenizer_config.json": { model_max_length: 77, pad_token: END },
      "tokenizer.json": {
        version: "1.0",
        truncation: null,
        padding: null,
        added_tokens: [mark(START), mark(END)],
        normalizer: { type: "Sequence", normalizers: [{ type: "NFC" }, { type: "Lowercase" }] },
        pre_tokenizer: {
          type: "Sequence",
          pretokenizers: [
            { type: "Split", pattern: { Regex: pattern }, behavior: "Removed", invert: true },
            { type: "ByteLevel", add_prefix_space: false, trim_offsets: true },
          ],
        },
        post_processor: {
          type: "RobertaProcessing",
          sep: [END, idOf(END)],
          cls: [START, idOf(START)],
          trim_offsets: false,
          add_prefix_space: false,
        },
        decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true },
        model: {
          type: "BPE",
          dropout: null,
          unk_token: END,
          continuing_subword_prefix: "",
          end_of_word_suffix: "</w>",
          fuse_unk: false,
          vocab,
          merges,
        },
      },
    },
  };
}

/** The characters that stand for the 256 bytes: those that can be seen for themselves, others for the rest. */
function byteLetters(): string[] {
  const isSeen = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const hidden = bytes.filter((byte) => !isSeen(byte)).map((_, i) => String.fromCharCode(256 + i));
  return [...bytes.filter(isSeen).map((byte) => String.fromCharCode(byte)), ...hidden];
}
