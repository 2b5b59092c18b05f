import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AkinError } from "../akin-error.js";
import { describeError } from "../describe-error.js";
import { BUILD_OPTIONS, type OptionName } from "./command-options.js";
import { nearName } from "./near-name.js";
import { checkedValue, type OptionValues } from "./option-values.js";
import { type PresentationSettings, parseSetting, SETTING_NAMES } from "./presentation-settings.js";
import { PRIVATE_OPTIONS, parsePrivate } from "./private-setting.js";

export const CONFIG_FILE = "gallery.config.json";

/** Every key that the file may have: `build`'s options, some of them in another form, and what only the file can say. */
export const CONFIG_KEYS = [
  ...BUILD_OPTIONS.filter((option: OptionName) => !PRIVATE_OPTIONS.includes(option)),
  "private",
  ...SETTING_NAMES,
] as const;

/** What a gallery.config.json says. */
export interface GalleryConfig {
  /** Those that the command line has too. */
  values: OptionValues;
  settings: PresentationSettings;
}

/**
 * Reads gallery.config.json from the first of the folders that has one.
 * @returns what it says, nothing where there is no such file
 * @throws AkinError `BAD_CONFIG` for anything but an object of known keys with values they can have
 */
export function readConfigFile(folders: readonly string[]): GalleryConfig {
  const config: GalleryConfig = { values: {}, settings: {} };
  const file = folders.map((folder) => join(folder, CONFIG_FILE)).find((path) => existsSync(path));
  if (file === undefined) return config;
  for (const [key, value] of Object.entries(parseObject(file))) {
    const name = CONFIG_KEYS.find((known) => known === key);
    if (name === undefined) throw unknownKey(file, key);
    try {
      if (isOption(name)) config.values[name] = checkedValue(name, value, `"${name}"`);
      else if (name === "private") Object.assign(config.values, parsePrivate(value));
      else Object.assign(config.settings, parseSetting(name, value));
    } catch (error) {
      throw new AkinError("BAD_CONFIG", `${file}: ${describeError(error)}`, { cause: error });
    }
  }
  return config;
}

function isOption(name: (typeof CONFIG_KEYS)[number]): name is (typeof BUILD_OPTIONS)[number] {
  return BUILD_OPTIONS.some((option: OptionName) => option === name);
}

function unknownKey(file: string, key: string): AkinError {
  const near = nearName(CONFIG_KEYS, key);
  const hint = near ? `did you mean "${near}"?` : `known are ${CONFIG_KEYS.join(", ")}`;
  return new AkinError("BAD_CONFIG", `${file}: unknown key "${key}"; ${hint}`);
}

function parseObject(file: string): object {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof content === "object" && content !== null && !Array.isArray(content)) return content;
  } catch (error) {
    throw new AkinError("BAD_CONFIG", `${file} can't be read as JSON: ${describeError(error)}`, {
      cause: error,
    });
  }
  throw new AkinError(
    "BAD_CONFIG",
    `${file} must hold a JSON object, such as {"title": "Our photos"}`,
  );
}
