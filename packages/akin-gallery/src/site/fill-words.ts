import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { searchableText } from "akin-browser/format";
import { iterateRows } from "../database/sqlite.js";

/** Fills `words` from the full-text index: what can be misspelt, or begun. */
export function fillWords(published: DatabaseSyncInstance): void {
  // Beside the published database, so that nothing of it gets in.
  published.exec("CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(main, images_fts, 'row')");
  const add = published.prepare("INSERT INTO words VALUES (?, ?)");
  const rows = iterateRows(published, "SELECT term, doc FROM temp.index_words ORDER BY term");
  for (const { term, doc } of rows) {
    const word = String(term);
    if (isWord(word)) add.run(word, Number(doc));
  }
  published.exec("DROP TABLE temp.index_words");
}

/** Three letters at least; characters of writing without spaces are no words. */
function isWord(term: string): boolean {
  return /^\p{L}{3,}$/u.test(term) && searchableText(term) === term;
}
