import { AkinError } from "../akin-error.js";
import type { PrivateRules } from "../metadata/private-rules.js";
import { type AkinOptions, DEFAULT_OPTIONS, type PresentationOptions } from "../options.js";
import { type CommandOption, OPTIONS, type OptionName } from "./command-options.js";
import type { PresentationSettings } from "./presentation-settings.js";

/** Values by option name, each of the option's type. */
export type OptionValues = Partial<Record<OptionName, string | boolean | number | string[]>>;

/**
 * Checks one value, from the command line (text) or from gallery.config.json.
 * @param where what to name in an error, such as `--gps`
 * @throws AkinError `USAGE` that says what was expected and what came
 */
export function checkedValue(
  name: OptionName,
  value: unknown,
  where: string,
): string | boolean | number | string[] {
  const option: CommandOption = OPTIONS[name];
  const wrong = (expected: string) =>
    new AkinError("USAGE", `${where} takes ${expected}, not ${JSON.stringify(value)}`);
  switch (option.type) {
    case "boolean":
      if (typeof value !== "boolean") throw wrong("true or false");
      return value;
    case "switch":
      if (typeof value === "boolean" || (typeof value === "string" && value !== "")) return value;
      throw wrong("true, false or a text");
    case "number": {
      const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
      const { least = 1, most = Number.MAX_SAFE_INTEGER } = option;
      if (
        typeof number !== "number" ||
        !Number.isInteger(number) ||
        number < least ||
        number > most
      ) {
        throw wrong(
          `a whole number from ${least}${option.most === undefined ? "" : ` to ${most}`}`,
        );
      }
      return number;
    }
    case "list":
      if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
        throw wrong("a list of texts");
      }
      for (const item of value) {
        if (option.choices && !option.choices.includes(item)) {
          throw new AkinError(
            "USAGE",
            `${where} doesn't know "${item}"; known are ${option.choices.join(", ")}`,
          );
        }
      }
      return value;
    case "string":
      if (typeof value !== "string" || value === "") throw wrong("a text");
      if (option.choices && !option.choices.includes(value)) {
        throw wrong(option.choices.join(", "));
      }
      if (option.form) return option.form.parse(value) ?? fail(wrong(option.form.expected));
      return value;
  }
}

/** The options of a build; what isn't given has its default. */
export function akinOptions(
  values: OptionValues,
  settings: PresentationSettings = {},
): AkinOptions {
  const { dtype, device, cors } = values;
  const batchSize = values["batch-size"];
  return {
    out: text(values.out) ?? DEFAULT_OPTIONS.out,
    model: text(values.model) ?? DEFAULT_OPTIONS.model,
    ...(typeof dtype === "string" && { dtype }),
    ...(typeof device === "string" && { device }),
    ...(typeof cors === "string" && { cors }),
    ...(typeof batchSize === "number" && { batchSize }),
    enhance: values.enhance === true,
    smartCrop: values["smart-crop"] === true,
    force: values.force === true,
    prune: values.prune === true,
    offline: values.offline === true,
    gps: values.gps === "keep" || values.gps === "strip" ? values.gps : DEFAULT_OPTIONS.gps,
    originals:
      values.originals === "copy" || values.originals === "link"
        ? values.originals
        : DEFAULT_OPTIONS.originals,
    svg: values.svg === true,
    publish: list(values.publish) ?? DEFAULT_OPTIONS.publish,
    withhold: list(values.withhold) ?? DEFAULT_OPTIONS.withhold,
    exclude: list(values.exclude) ?? DEFAULT_OPTIONS.exclude,
    private: privateRules(values),
    tagsFromFolders: values["tags-from-folders"] === true,
    datesFromFiles: values["dates-from-files"] === true,
    textSearch: values["text-search"] === true,
    imageSearch: values["image-search"] === true,
    autoTags: autoTags(values["auto-tags"]),
    ...presentationOptions(values, settings),
  };
}

function autoTags(value: OptionValues["auto-tags"]): AkinOptions["autoTags"] {
  if (typeof value === "string") return { file: value };
  return value === true ? { file: null } : null;
}

function privateRules(values: OptionValues): PrivateRules {
  const ratingBelow = values["private-below"];
  return {
    keywords: list(values["private-keyword"]) ?? DEFAULT_OPTIONS.private.keywords,
    ...(typeof ratingBelow === "number" && { ratingBelow }),
  };
}

function presentationOptions(
  { title, description, url, accent, noindex }: OptionValues,
  settings: PresentationSettings,
): PresentationOptions {
  const { links, pages, sharePages, installable } = DEFAULT_OPTIONS;
  return {
    ...{ links, pages, sharePages, installable },
    ...settings,
    ...(typeof title === "string" && { title }),
    ...(typeof description === "string" && { description }),
    ...(typeof url === "string" && { url }),
    ...(typeof accent === "string" && { accent }),
    noindex: noindex === true,
  };
}

function list(value: OptionValues[OptionName]): string[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function text(value: OptionValues[OptionName]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function fail(error: AkinError): never {
  throw error;
}
