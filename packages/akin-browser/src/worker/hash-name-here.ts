import { digestName } from "../source/digest-name.js";
import type { HashName } from "../source/hash-name.js";
import { seldomNeeded } from "./seldom-needed.js";

/** The browser's own hash where it has one for this page. */
export const hashNameHere: HashName = async (content) =>
  digestName(
    await (crypto.subtle?.digest("SHA-256", content) ??
      seldomNeeded().then(({ sha256 }) => sha256(content))),
  );
