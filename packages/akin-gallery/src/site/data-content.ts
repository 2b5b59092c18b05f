import { gunzipSync } from "node:zlib";
import { hashName } from "./site-folder.js";

/** @returns the content of a file of `data/` before compression, if it is what the file's name says */
export function dataContent(stored: Buffer, name: string): Buffer | undefined {
  if (stored[0] === 0x1f && stored[1] === 0x8b) {
    const content = decompressed(stored);
    if (content && hashName(content) === name) return content;
  }
  return hashName(stored) === name ? stored : undefined;
}

function decompressed(stored: Buffer): Buffer | undefined {
  try {
    return gunzipSync(stored);
  } catch {
    // Not gzip after all, or cut off: then the hash of the bytes themselves decides.
    return undefined;
  }
}
