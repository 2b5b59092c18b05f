import type { Manifest } from "akin-browser";
import type { Page } from "../navigation/route.js";

/** Pages that stand in the bar. */
export type LinkedPage = Extract<Page, { view: "photos" | "albums" | "places" | "likeness" }>;

/** The pages that this gallery has. */
export function linkedPages({ model }: Manifest): LinkedPage[] {
  return [
    { view: "photos", filter: {} },
    { view: "albums" },
    { view: "places", at: null },
    ...(model === null ? [] : [{ view: "likeness", at: null } as const]),
  ];
}
