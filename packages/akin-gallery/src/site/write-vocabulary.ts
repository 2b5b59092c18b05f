import { crc32 } from "node:zlib";
import type { PublishedVocabulary, VocabularyList } from "akin-browser/format";
import type { StoredWord } from "../database/words-table.js";
import { type ChunkRule, cutChunks } from "./cut-chunks.js";
import { toInt8 } from "./quantise-vector.js";
import type { SiteFolder } from "./site-folder.js";

/** 8 KB of 512 dimensions on average: a question has a few words, and each is in a chunk of its own. */
const RULE: ChunkRule<StoredWord> = {
  least: 8,
  most: 32,
  begins: ({ word }) => crc32(word) % 8 === 0,
};

/** @returns null where there are no words */
export async function writeVocabulary(
  site: SiteFolder,
  words: readonly StoredWord[],
): Promise<PublishedVocabulary | null> {
  if (words.length === 0) return null;
  const chunks: VocabularyList["chunks"] = [];
  for (const chunk of cutChunks(words, RULE)) {
    const rows = Buffer.concat(chunk.map(({ vector }) => new Uint8Array(toInt8(vector).buffer)));
    const { name } = await site.putData("words", rows, { compress: false });
    chunks.push([name, chunk.length]);
  }
  const list: VocabularyList = { words: words.map(({ word }) => word), chunks };
  const { name } = await site.putData("words", JSON.stringify(list));
  return { words: words.length, list: name };
}
