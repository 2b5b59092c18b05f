import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AkinError } from "../akin-error.js";
import { describeError } from "../describe-error.js";
import { BUILD_OPTIONS, type OptionName } from "./command-options.js";
import { checkedValue, type OptionValues } from "./option-values.js";

export const CONFIG_FILE = "gallery.config.json";

/**
 * Reads gallery.config.json from the first of the folders that has one.
 * @returns the values it gives, empty where there is no such file
 * @throws AkinError `BAD_CONFIG` for anything but an object of known options with values they can have
 */
export function readConfigFile(folders: readonly string[]): OptionValues {
  const file = folders.map((folder) => join(folder, CONFIG_FILE)).find((path) => existsSync(path));
  if (file === undefined) return {};
  const content = parseObject(file);
  const values: OptionValues = {};
  for (const [key, value] of Object.entries(content)) {
    const name = BUILD_OPTIONS.find((option) => option === key);
    if (name === undefined) {
      throw new AkinError(
        "BAD_CONFIG",
        `${file}: unknown key "${key}"; known are ${BUILD_OPTIONS.join(", ")}`,
      );
    }
    values[name] = checked(file, name, value);
  }
  return values;
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

function checked(file: string, name: OptionName, value: unknown): ReturnType<typeof checkedValue> {
  try {
    return checkedValue(name, value, `"${name}"`);
  } catch (error) {
    throw new AkinError("BAD_CONFIG", `${file}: ${describeError(error)}`, { cause: error });
  }
}
