import { strings } from "../strings.js";

/** Dates in the language of the words around them: a German date in an English page reads like a mistake. */
export const locale =
  navigator.languages.find((tag) => tag.split("-")[0] === strings.language) ??
  strings.fallbackLocale;
