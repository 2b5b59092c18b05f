import {
  GALLERY_PAGES,
  type GalleryLicence,
  type GalleryLink,
  type GalleryPage,
  isSafeLink,
} from "akin-browser/format";
import { AkinError } from "../akin-error.js";
import type { PresentationOptions } from "../options.js";
import { knownLicence } from "./known-licence.js";

/** What gallery.config.json alone can say, because a command line has no good way to. */
export type PresentationSettings = Partial<
  Pick<PresentationOptions, "links" | "licence" | "pages" | "sharePages" | "installable">
>;

export const SETTING_NAMES = [
  "links",
  "licence",
  "pages",
  "sharePages",
  "installable",
] as const satisfies readonly (keyof PresentationSettings)[];

export type SettingName = (typeof SETTING_NAMES)[number];

const EXPECTED: Record<SettingName, string> = {
  links:
    'a list such as [{"label": "About me", "url": "https://example.org"}], with addresses of http, https, mailto or relative ones',
  licence:
    'a name such as "CC BY 4.0", or {"name": "My own", "url": "https://example.org/licence"}',
  pages: `a list of ${GALLERY_PAGES.map((page) => `"${page}"`).join(", ")}`,
  sharePages: "true or false",
  installable: "true or false",
};

/** @throws AkinError `USAGE` that says what was expected and what came */
export function parseSetting(name: SettingName, value: unknown): PresentationSettings {
  const parsed = PARSERS[name](value);
  if (parsed !== undefined) return parsed;
  throw new AkinError("USAGE", `"${name}" takes ${EXPECTED[name]}, not ${JSON.stringify(value)}`);
}

const PARSERS: Record<SettingName, (value: unknown) => PresentationSettings | undefined> = {
  links: (value) => {
    const links = Array.isArray(value) ? value.map(parseLink) : undefined;
    return links?.every((link) => link !== undefined) ? { links } : undefined;
  },
  licence: (value) => {
    const licence = typeof value === "string" ? knownLicence(value) : parseLicence(value);
    return licence && { licence };
  },
  pages: (value) => {
    return Array.isArray(value) && value.every(isPage) ? { pages: value } : undefined;
  },
  sharePages: (value) => (typeof value === "boolean" ? { sharePages: value } : undefined),
  installable: (value) => (typeof value === "boolean" ? { installable: value } : undefined),
};

function parseLink(value: unknown): GalleryLink | undefined {
  const { label, url } = fieldsOf(value, ["label", "url"]);
  return isText(label) && isText(url) && isSafeLink(url) ? { label, url } : undefined;
}

function parseLicence(value: unknown): GalleryLicence | undefined {
  const { name, url = null } = fieldsOf(value, ["name", "url"]);
  if (!isText(name)) return undefined;
  if (url === null) return { name, url };
  return isText(url) && isSafeLink(url) ? { name, url } : undefined;
}

/** The fields of an object that has no others; none of anything else. */
function fieldsOf(value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return {};
  return Object.keys(value).every((key) => known.includes(key)) ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isPage(value: unknown): value is GalleryPage {
  return GALLERY_PAGES.some((page) => page === value);
}
