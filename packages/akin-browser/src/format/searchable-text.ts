/** Characters of writing without spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;

/**
 * A text as the full-text index takes it: full-width and half-width forms as the usual ones, and writing without spaces
 * cut into characters, each of them a word. What is searched for has to be written in the same way; a word of such
 * writing is then a phrase, which is found anywhere in a text.
 */
export function searchableText(text: string): string {
  return text.normalize("NFKC").replace(UNSPACED, " $& ");
}
