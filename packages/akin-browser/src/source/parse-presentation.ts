import { GALLERY_PAGES } from "../format/presentation.js";
import { listOf, orNull, type Shape } from "./fits.js";

const isColour = (value: unknown) => /^#[0-9a-f]{6}$/.test(String(value));

const isPage = (value: unknown) => GALLERY_PAGES.some((page) => page === value);

/** A manifest's `presentation`. Links are not looked at: whoever shows one asks `isSafeLink`. */
export const PRESENTATION: Shape = {
  description: orNull("string"),
  links: listOf({ label: "string", url: "string" }),
  accent: orNull({ light: isColour, dark: isColour }),
  licence: orNull({ name: "string", url: orNull("string") }),
  pages: listOf(isPage),
  url: orNull("string"),
  sharePages: "boolean",
  noindex: "boolean",
  installable: "boolean",
};
