import { sha256 } from "@noble/hashes/sha2.js";
import { digestName } from "./digest-name.js";

/** As `hashName`, at once; slower, and everywhere. */
export function hashNameSync(content: Uint8Array<ArrayBuffer>): string {
  return digestName(sha256(content));
}
