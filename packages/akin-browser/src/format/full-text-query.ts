import { searchableText } from "./searchable-text.js";
import { wordsOf } from "./words-of.js";

/** FTS5 refuses expressions that are very deep, and nobody types so much. */
const MOST_CHARACTERS = 500;

/** A single letter begins so many words that looking them up would read a good part of the index. */
const LEAST_PREFIX = 2;

/**
 * What a visitor types as a query of FTS5: all words must be there, whatever signs are in them. The last word is taken
 * for the start of one, unless a space or a quotation mark ends it; so is `sea*` anywhere. `"sea gull"` stands for words
 * that follow each other.
 *
 * @returns null if there is nothing to search for
 */
export function fullTextQuery(text: string): string | null {
  const plain = plainText(text);
  const terms = [...plain.matchAll(/"([^"]*)("?)|[^\s"]+/g)].flatMap((match) => {
    const [term, phrase = term, quote = ""] = match;
    const last = wordsOf(phrase).at(-1);
    // FTS5 finds nothing for a phrase without a letter or digit.
    if (last === undefined) return [];
    const isOpen = match.index + term.length === plain.length || term.endsWith("*");
    const isPrefix = isOpen && quote === "" && last.length >= LEAST_PREFIX;
    return [`"${searchableText(phrase)}"${isPrefix ? "*" : ""}`];
  });
  return terms.length > 0 ? terms.join(" ") : null;
}

/** As it is typed, with one kind of quotation mark; a NUL would end the query for SQLite. */
function plainText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replaceAll("\0", " ")
    .replace(/[“”„‟«»＂]/g, '"');
}
