import { findPhrases, phraseKey } from "../format/index.js";
import type { Gallery, RequestOptions } from "../gallery.js";
import { json, SiteFiles } from "../source/site-files.js";
import { parseVocabulary } from "./parse-vocabulary.js";
import { WordVectors } from "./word-vectors.js";

/** Words that a gallery knows the meaning of: what a photo of them looks like to its model. */
export interface Vocabulary {
  /** In order of their bytes in UTF-8. */
  readonly words: readonly string[];

  /** Whether `vectorOf` has an answer to the text, without fetching anything. */
  knows(text: string): boolean;

  /**
   * The direction of a text for `Gallery.search`: the sum of the vectors of its words and phrases, the longest first. Small
   * words ("of", "the") are passed over; a plural stands for its singular. Fetches the words' files, 8 KB each, when they are
   * first asked for.
   *
   * @returns Float32Array of length D, L2-normalised; null where a word that means something is not in the vocabulary
   * @throws GalleryError
   */
  vectorOf(text: string, options?: RequestOptions): Promise<Float32Array | null>;
}

const opened = new WeakMap<Gallery, SiteFiles<Vocabulary>>();

/**
 * The vocabulary of a gallery, fetched when it is first asked for: a list of some 10 KB, the words' vectors as they are needed.
 *
 * @returns null in a gallery whose model reads no words
 * @throws GalleryError
 */
export async function openVocabulary(
  gallery: Gallery,
  options?: RequestOptions,
): Promise<Vocabulary | null> {
  const { vocabulary, vectors } = gallery.manifest;
  // Galleries of before there were vocabularies don't have the field.
  if (!vocabulary || vectors === null) return null;
  let files = opened.get(gallery);
  if (files === undefined) {
    const folder = `${gallery.url}data/words/`;
    const parse = json((value, url) => vocabularyOf(value, url, folder, vectors.dimensions));
    files = new SiteFiles(folder, parse, 1);
    opened.set(gallery, files);
  }
  return await files.get(vocabulary.list, options);
}

function vocabularyOf(value: unknown, url: string, folder: string, dimensions: number): Vocabulary {
  const { words, chunks } = parseVocabulary(value, url);
  const vectors = new WordVectors(folder, chunks, dimensions);
  const rows = new Map(words.map((word, row) => [phraseKey(word), row]));
  const longest = Math.max(0, ...Array.from(rows.keys(), (key) => key.split(" ").length));
  return {
    words,
    knows: (text) => findPhrases(text, rows, longest) !== null,
    async vectorOf(text, options) {
      const found = findPhrases(text, rows, longest);
      return found && (await vectors.sumOf(found, options));
    },
  };
}
