import type { FilterKind } from "../search.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { wordsOf } from "./words-of.js";

/** A facet as it is looked up by words. */
export interface FacetWords {
  kind: FilterKind;
  value: string;
  photos: number;
  /** As the index has its words, with spaces between them; of a folder those of its own name. */
  words: string;
}

const read = new WeakMap<OpenedGallery, FacetWords[]>();

/** All facets but months, read once. Folders have the photos of those in them, too. */
export async function facetWords(
  gallery: OpenedGallery,
  signal: AbortSignal,
): Promise<FacetWords[]> {
  const known = read.get(gallery);
  if (known !== undefined) return known;
  const rows = await gallery.connection.run(
    () =>
      gallery.connection.selectNow<{ kind: FilterKind; value: string; photos: number }>(
        "SELECT kind, value, photos FROM facets WHERE kind <> 'month'",
      ),
    signal,
  );
  const others = rows.filter(({ kind }) => kind !== "folder");
  const folders = new Map<string, number>();
  for (const { kind, value, photos } of rows) {
    if (kind !== "folder") continue;
    for (let end = value.length; end > 0; end = value.lastIndexOf("/", end - 1)) {
      const folder = value.slice(0, end);
      folders.set(folder, (folders.get(folder) ?? 0) + photos);
    }
  }
  const all = [
    ...others.map((facet) => ({ ...facet, words: joinedWords(facet.value) })),
    ...[...folders].map(([value, photos]): FacetWords => {
      const words = joinedWords(value.slice(value.lastIndexOf("/") + 1));
      return { kind: "folder", value, photos, words };
    }),
  ];
  read.set(gallery, all);
  return all;
}

function joinedWords(text: string): string {
  return wordsOf(text).join(" ");
}
