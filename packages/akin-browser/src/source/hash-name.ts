import { digestName } from "./digest-name.js";

/** Gives the name of a published file: the start of its content's SHA-256. */
export type HashName = (content: Uint8Array<ArrayBuffer>) => Promise<string>;

/** By the browser, or, on pages without encryption, where browsers keep that back, by code that is fetched for it. */
export const hashName: HashName = async (content) =>
  digestName(
    await (crypto.subtle?.digest("SHA-256", content) ??
      import("./sha-256.js").then(({ sha256 }) => sha256(content))),
  );
