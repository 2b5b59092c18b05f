import { inflateSync } from "node:zlib";
import { MOST_DECOMPRESSED } from "./image-tags.js";

const SIGNATURE = "89504e470d0a1a0a";
/** The name of the chunk's text, and that it is compressed by method 0. */
const COMPRESSED_XMP = "XML:com.adobe.xmp\0\x01\0";

/** The compressed packets of XMP in a PNG file, which exifreader takes for plain ones (4.46). */
export function compressedPngXmp(file: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.subarray(0, 8).toString("hex") !== SIGNATURE) return [];
  const packets: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const isText = bytes.toString("latin1", at + 4, at + 8) === "iTXt";
    const content = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const isPacket = content.toString("latin1", 0, COMPRESSED_XMP.length) === COMPRESSED_XMP;
    if (isText && isPacket) packets.push(...inflated(content));
  }
  return packets;
}

/** Behind the name stand a language and a translation, each up to a zero. */
function inflated(content: Buffer): Uint8Array[] {
  const language = content.indexOf(0, COMPRESSED_XMP.length);
  const translation = content.indexOf(0, language + 1);
  if (language < 0 || translation < 0) return [];
  try {
    const options = { maxOutputLength: MOST_DECOMPRESSED };
    return [inflateSync(content.subarray(translation + 1), options)];
  } catch {
    // Damaged or too large: it tells nothing.
    return [];
  }
}
