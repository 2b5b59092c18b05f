import { wordsOf } from "../format/words-of.js";
import type { FilterKind } from "../search.js";
import { oncePerGallery } from "./once-per-gallery.js";

type FacetRow = { kind: FilterKind; value: string; photos: number };

/** A facet as it is looked up by words. */
export interface FacetWords extends FacetRow {
  /** As the index has its words, with spaces between them; of a folder those of its own name. */
  words: string;
}

/** All facets but months. Folders have the photos of those in them, too. */
export const facetWords = oncePerGallery(
  "SELECT kind, value, photos FROM facets WHERE kind <> 'month'",
  (rows: FacetRow[]): FacetWords[] => {
    const folders = new Map<string, number>();
    for (const { value, photos } of rows.filter(({ kind }) => kind === "folder")) {
      for (let end = value.length; end > 0; end = value.lastIndexOf("/", end - 1)) {
        const folder = value.slice(0, end);
        folders.set(folder, (folders.get(folder) ?? 0) + photos);
      }
    }
    const facets = [
      ...rows.filter(({ kind }) => kind !== "folder"),
      ...[...folders].map(([value, photos]): FacetRow => ({ kind: "folder", value, photos })),
    ];
    return facets.map((facet) => {
      const name = facet.kind === "folder" ? facet.value.replace(/.*\//s, "") : facet.value;
      return { ...facet, words: wordsOf(name).join(" ") };
    });
  },
);
