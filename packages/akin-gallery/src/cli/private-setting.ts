import { AkinError } from "../akin-error.js";
import type { OptionName } from "./command-options.js";
import { checkedValue, type OptionValues } from "./option-values.js";

/** The fields of `private` in gallery.config.json, and the options that say the same on a command line. */
const FIELDS = {
  keywords: "private-keyword",
  ratingBelow: "private-below",
} as const satisfies Record<string, OptionName>;

/** Options that gallery.config.json has as fields of `private`. */
export const PRIVATE_OPTIONS: readonly OptionName[] = Object.values(FIELDS);

/** @throws AkinError `USAGE` that says what was expected and what came */
export function parsePrivate(value: unknown): OptionValues {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(value);
  const values: OptionValues = {};
  for (const [key, each] of Object.entries(value)) {
    if (key !== "keywords" && key !== "ratingBelow") throw wrong(value);
    const name = FIELDS[key];
    values[name] = checkedValue(name, each, `"private.${key}"`);
  }
  return values;
}

function wrong(value: unknown): AkinError {
  return new AkinError(
    "USAGE",
    `"private" takes an object such as {"keywords": ["private"], "ratingBelow": 2}, not ${JSON.stringify(value)}`,
  );
}
