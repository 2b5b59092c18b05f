/**
 * A script of its own, which is fetched when it is needed first: searches that find something, on pages that are encrypted, do
 * without any of it.
 */
export { sha256 } from "../source/sha-256.js";
export { registerModule } from "../vec0/register-module.js";
export { farthestOfMeant } from "./farthest-of-meant.js";
export { respellText } from "./respell-text.js";
