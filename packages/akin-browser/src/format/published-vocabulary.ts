/** Words in the space of the photos' vectors, for questions in words. */
export interface PublishedVocabulary {
  /** How many. */
  words: number;
  /** Name of the file in `data/words/` that lists them. */
  list: string;
}

/** What the file of the list holds, as JSON. */
export interface VocabularyList {
  /** In order of their bytes in UTF-8; each is looked up as `phraseKey` has it. */
  words: string[];
  /**
   * The files in `data/words/` with their vectors, joined in order of the words: a signed byte a dimension, each vector
   * scaled by its own largest absolute value to ±127.
   */
  chunks: [name: string, words: number][];
}
