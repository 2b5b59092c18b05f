import { decodeText } from "./repair-text.js";

/**
 * The text of an EXIF user comment: 8 bytes name its code, the text follows (Exif 2.32, section 4.6.5, UserComment).
 * @returns the text; empty if there is none, or no way to tell text from data
 */
export function decodeUserComment(bytes: Uint8Array | undefined): string {
  if (!bytes || bytes.length <= 8) return "";
  const code = String.fromCharCode(...bytes.subarray(0, 8)).replace(/[\0 ]+$/, "");
  const content = bytes.subarray(8);
  const trimmed = decode(code, content).replace(/[\0\s]+$/, "");
  // Cameras keep settings here in forms of their own: what holds control characters is no text.
  return /(?![\n\r\t])\p{Cc}|\uFFFD/u.test(trimmed) ? "" : trimmed;
}

function decode(code: string, content: Uint8Array): string {
  switch (code) {
    case "UNICODE":
      return utf16(content);
    case "JIS":
      return new TextDecoder("iso-2022-jp").decode(content);
    case "ASCII":
    case "":
      return decodeText(content);
    default:
      return "";
  }
}

/** In the order of its mark, or else the one in which more of the high bytes are zero: programs ignore the file's. */
function utf16(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const isMarked = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  const isBigEndian = isMarked ? first === 0xfe : Number(zeros[0]) > Number(zeros[1]);
  return new TextDecoder(isBigEndian ? "utf-16be" : "utf-16le").decode(bytes);
}
