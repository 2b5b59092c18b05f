import { oncePerGallery } from "./once-per-gallery.js";

/** A word of the gallery's texts, and how many photos have it. */
export type VocabularyWord = { word: string; photos: number };

/** All words of a gallery, ascending: some 400 KB of its database for 50,000. */
export const vocabularyOf = oncePerGallery(
  "SELECT word, photos FROM words",
  (words: VocabularyWord[]) => words,
);
