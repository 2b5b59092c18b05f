import type { GalleryPage, Manifest } from "akin-browser";
import type { Page } from "../navigation/route.js";

/** Pages that stand in the bar. */
export type LinkedPage = Extract<Page, { view: "photos" | "albums" | "places" | "likeness" }>;

/** The pages that this gallery has something for, and that its owner wants. */
export function linkedPages({ albums, places, likenessMap, presentation }: Manifest): LinkedPage[] {
  const has = (page: GalleryPage, data: unknown) => {
    return data !== null && presentation.pages.includes(page);
  };
  return [
    { view: "photos", filter: {} },
    ...(has("albums", albums) ? [{ view: "albums" } as const] : []),
    ...(has("places", places) ? [{ view: "places", at: null } as const] : []),
    ...(has("likeness", likenessMap) ? [{ view: "likeness", at: null } as const] : []),
  ];
}
