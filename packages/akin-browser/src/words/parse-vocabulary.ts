import type { VocabularyList } from "../format/index.js";
import { GalleryError } from "../gallery-error.js";
import { isRecord } from "../source/is-record.js";

/** @throws GalleryError `DAMAGED` */
export function parseVocabulary(value: unknown, url: string): VocabularyList {
  if (isRecord(value)) {
    const { words, chunks } = value;
    const isText = (word: unknown): word is string => typeof word === "string";
    if (Array.isArray(words) && words.every(isText) && Array.isArray(chunks)) {
      if (chunks.every(isEntry) && sum(chunks) === words.length) return { words, chunks };
    }
  }
  throw new GalleryError("DAMAGED", `${url} is no vocabulary.`);
}

function isEntry(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === "string" && Number.isSafeInteger(value[1]);
}

function sum(chunks: readonly [name: string, words: number][]): number {
  return chunks.reduce((total, [, words]) => total + words, 0);
}
