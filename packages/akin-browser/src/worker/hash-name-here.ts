import { digestName } from "../source/digest-name.js";
import type { HashName } from "../source/hash-name.js";
import { sha256 } from "../source/sha-256.js";

/** The browser's own hash where it has one for this page; a worker's one file can't fetch the other when it is needed. */
export const hashNameHere: HashName = async (content) =>
  digestName(await (crypto.subtle?.digest("SHA-256", content) ?? sha256(content)));
