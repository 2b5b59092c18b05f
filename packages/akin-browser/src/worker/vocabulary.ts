import type { OpenedGallery } from "./opened-gallery.js";

/** The words of the gallery's texts, ascending, and how many photos have each. */
export interface Vocabulary {
  words: string[];
  photos: number[];
}

const read = new WeakMap<OpenedGallery, Vocabulary>();

/** All words of a gallery: some 250 KB of its database for 50,000 words, read once. */
export async function vocabularyOf(
  gallery: OpenedGallery,
  signal: AbortSignal,
): Promise<Vocabulary> {
  const known = read.get(gallery);
  if (known !== undefined) return known;
  const rows = await gallery.connection.select("SELECT word, photos FROM words", [], signal);
  const vocabulary = {
    words: rows.map(({ word }) => String(word)),
    photos: rows.map(({ photos }) => Number(photos)),
  };
  read.set(gallery, vocabulary);
  return vocabulary;
}
