import { digestName } from "../source/digest-name.js";
import type { HashName } from "../source/hash-name.js";
import { hashNameSync } from "../source/hash-name-sync.js";

/** The browser's own hash where it has one for this page; a worker's one file can't fetch the other when it is needed. */
export const hashNameHere: HashName = async (content) =>
  globalThis.crypto?.subtle === undefined
    ? hashNameSync(content)
    : digestName(await crypto.subtle.digest("SHA-256", content));
