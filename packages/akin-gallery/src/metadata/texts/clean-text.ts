/** A text on one line. */
export function cleanLine(text: string, most: number): string {
  return shorten(cleanText(text, Infinity).replace(/\s+/g, " "), most);
}

/** Unicode NFC without control characters, lone surrogates and outer white space; line breaks and tabs stay. */
export function cleanText(text: string, most: number): string {
  const lines = text.replace(/\r\n?/g, "\n");
  const clean = lines.replace(/(?![\n\t])\p{Cc}|\uFEFF/gu, "").replace(/\p{Cs}/gu, "\uFFFD");
  return shorten(clean.normalize("NFC").trim(), most);
}

/** A name on one line; undefined if it tells nothing ("----"). */
export function cleanName(text: string | undefined, most = 100): string | undefined {
  const line = cleanLine(text ?? "", most);
  return /[\p{L}\p{N}]/u.test(line) ? line : undefined;
}

/** By characters, not by halves of them. */
function shorten(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("").trim();
}
