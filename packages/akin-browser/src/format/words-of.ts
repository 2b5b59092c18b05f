import { searchableText } from "./searchable-text.js";

/** The words of a text as the full-text index has them. */
export function wordsOf(text: string): string[] {
  return folded(searchableText(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As FTS5's tokenizer `unicode61` folds: lower case, and Latin letters without their marks. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/([a-z])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replaceAll("ς", "σ");
}
