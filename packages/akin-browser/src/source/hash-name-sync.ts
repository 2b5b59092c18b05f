import { digestName } from "./digest-name.js";
import { sha256 } from "./sha-256.js";

/** As `hashName`, at once; slower, and everywhere. */
export function hashNameSync(content: Uint8Array<ArrayBuffer>): string {
  return digestName(sha256(content));
}
