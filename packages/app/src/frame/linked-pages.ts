import type { Manifest } from "akin-browser";
import type { Page } from "../navigation/route.js";

/** Pages that stand in the bar. */
export type LinkedPage = Extract<Page, { view: "photos" | "albums" | "places" | "likeness" }>;

/** The pages that this gallery has. */
export function linkedPages({ model, albums, places }: Manifest): LinkedPage[] {
  return [
    { view: "photos", filter: {} },
    ...(albums === null ? [] : [{ view: "albums" } as const]),
    ...(places === null ? [] : [{ view: "places", at: null } as const]),
    ...(model === null ? [] : [{ view: "likeness", at: null } as const]),
  ];
}
