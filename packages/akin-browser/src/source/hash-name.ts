import { digestName } from "./digest-name.js";

/** Gives the name of a published file: the start of its content's SHA-256. */
export type HashName = (content: Uint8Array<ArrayBuffer>) => Promise<string>;

/** By the browser, or, on pages without encryption, where browsers keep that back, by code that is fetched for it. */
export const hashName: HashName = async (content) => {
  if (globalThis.crypto?.subtle !== undefined) {
    return digestName(await crypto.subtle.digest("SHA-256", content));
  }
  const { sha256 } = await import("./sha-256.js");
  return digestName(sha256(content));
};
