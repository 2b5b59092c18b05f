import type { Manifest, VocabularyList } from "akin-browser/format";
import type { SiteReader } from "./site-reader.js";

/** Checks that each word of the vocabulary has its vector. */
export async function checkVocabulary(
  site: SiteReader,
  { vocabulary, vectors }: Manifest,
): Promise<void> {
  if (!vocabulary) return;
  const list: VocabularyList | undefined = await site.readJson("words", vocabulary.list);
  if (!list) return;
  site.compare("words", list.words.length, vocabulary.words);
  let rows = 0;
  for (const [name, length] of list.chunks) {
    const file = await site.readData("words", name);
    rows += length;
    if (file && file.content.length !== length * (vectors?.dimensions ?? 0)) {
      site.problems.push(`data/words/${name} does not have the length of its list`);
    }
  }
  site.compare("vectors of words", rows, vocabulary.words);
}
