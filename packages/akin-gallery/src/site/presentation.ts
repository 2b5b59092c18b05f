import { GALLERY_PAGES, type Presentation } from "akin-browser/format";
import type { PresentationOptions } from "../options.js";
import { accentColours } from "./accent-colours.js";

/** What a manifest tells of how the gallery presents itself. */
export function presentationOf(options: PresentationOptions): Presentation {
  const { description, accent, licence, url } = options;
  const { links, pages, sharePages, noindex, installable } = options;
  return {
    description: description ?? null,
    links: links.map(({ label, url }) => ({ label, url })),
    accent: accent === undefined ? null : accentColours(accent),
    licence: licence ?? null,
    pages: GALLERY_PAGES.filter((page) => pages.includes(page)),
    url: url ?? null,
    sharePages: url !== undefined && sharePages,
    noindex,
    installable,
  };
}
