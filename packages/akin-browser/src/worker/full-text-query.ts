/**
 * What a visitor types as a query of FTS5: all words must be there, whatever signs are in them. `sea*` stands for
 * words that begin so, `"sea gull"` for words that follow each other.
 *
 * @returns null if there is nothing to search for
 */
export function fullTextQuery(text: string): string | null {
  const terms = [...text.matchAll(/"([^"]*)"|[^\s"]+/g)].flatMap(([term, phrase]) => {
    const isPrefix = phrase === undefined && term.endsWith("*");
    const words = phrase ?? (isPrefix ? term.slice(0, -1) : term);
    // FTS5 finds nothing for a phrase without a letter or digit.
    return /[\p{L}\p{N}]/u.test(words) ? [`"${words}"${isPrefix ? "*" : ""}`] : [];
  });
  return terms.length > 0 ? terms.join(" ") : null;
}
