/** Windows-1252, where it differs from ISO 8859-1. Node 20's own decoder lacks it (nodejs/node#60888). */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** A text in whatever code its bytes are likely to be: UTF-8, Shift-JIS, Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const text = strictly("utf-8", bytes);
  if (text !== undefined) return repairText(text);
  const japanese = strictly("shift_jis", bytes);
  if (japanese !== undefined && looksJapanese(japanese)) return japanese;
  return Array.from(bytes, windows1252).join("");
}

/**
 * Mends a text whose letters are bytes of another code: those that were read one by one, and "MÃ¼nster" for "Münster".
 * Any other text stays as it is.
 */
export function repairText(text: string): string {
  if (!/[\x80-\xFF]/.test(text)) return text;
  const bytes = Array.from(text, byteOf);
  if (!bytes.every((byte) => byte !== undefined)) return text;
  const content = Uint8Array.from(bytes);
  const unicode = strictly("utf-8", content);
  if (unicode !== undefined) return unicode;
  const japanese = strictly("shift_jis", content);
  if (japanese !== undefined && looksJapanese(japanese)) return japanese;
  return Array.from(content, windows1252).join("");
}

function strictly(code: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    // That is the answer: it isn't in this code.
    return undefined;
  }
}

/** Words in Latin letters, with an accent or a quotation mark here and there, can be read as Japanese by chance. */
function looksJapanese(text: string): boolean {
  const count = (letters: RegExp) => (text.match(letters) ?? []).length;
  const japanese = count(/[\u3040-\u30FF\u4E00-\u9FFF]/g);
  // Half-width kana are single bytes, as accented letters of Latin are.
  return (
    japanese >= 2 && japanese > count(/[\uFF61-\uFF9F]/g) && japanese >= count(/[A-Za-z]/g) / 2
  );
}

function windows1252(byte: number): string {
  return byte >= 0x80 && byte < 0xa0
    ? (WINDOWS_1252[byte - 0x80] ?? "")
    : String.fromCharCode(byte);
}

function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code <= 0xff) return code;
  const place = WINDOWS_1252.indexOf(letter);
  return place < 0 ? undefined : place + 0x80;
}
