import { fullTextQuery, fuseRankings } from "../format/index.js";
import type { Gallery, RequestOptions } from "../gallery.js";
import type { FoundPhoto, PhotoFilter } from "../search.js";
import type { OnLoading } from "../source/shared-load.js";

/** By what a photo was found: its texts, what it shows, or both. */
export type FoundBy = "words" | "meaning" | "both";

/** A photo that words found. */
export interface WordedPhoto extends FoundPhoto {
  foundBy: FoundBy;
  /** Whether the very words are in its texts. */
  isExact: boolean;
}

export interface SearchWordsOptions extends RequestOptions {
  /** Its `text` is searched for. */
  where: PhotoFilter & { readonly text: string };
  /** The text's direction: Float32Array of length D. */
  vector: Float32Array;
  /** Photos found by the text, in the order of `search`, if that is known already: all of them. */
  worded?: readonly FoundPhoto[] | undefined;
  /** How many photos at most by each of the two. Default: 200. */
  limit?: number | undefined;
  onLoading?: OnLoading | undefined;
}

/** All columns but automatic tags. */
const WRITTEN = "{filename folder tags title description place camera}";

/**
 * Searches by the photos' texts and by what they show, as `akin search` does: one ranking of both, those that have the very
 * words first, and of what is shown only the photos that stand out.
 *
 * @throws GalleryError
 */
export async function searchWords(
  gallery: Gallery,
  { where, vector, worded, limit = 200, signal, onLoading }: SearchWordsOptions,
): Promise<WordedPhoto[]> {
  const { text, ...others } = where;
  const [byWords, byMeaning] = await Promise.all([
    worded ?? gallery.search({ where, limit, signal }),
    gallery.search({ plus: [vector], where: others, meant: true, limit, signal, onLoading }),
  ]);
  const inTexts = new Set(byWords.map(({ id }) => id));
  const exact = await exactAmong(gallery, [...inTexts], text, signal);
  const photos = new Map([...byWords, ...byMeaning].map((photo) => [photo.id, photo]));
  const shown = new Set(byMeaning.map(({ id }) => id));
  const foundBy = (id: number): FoundBy =>
    inTexts.has(id) ? (shown.has(id) ? "both" : "words") : "meaning";
  const ranked = fuseRankings([...inTexts], [...shown]).flatMap((id) => {
    const photo = photos.get(id);
    const isExact = exact.has(id);
    return photo ? [{ ...photo, isRanked: true, foundBy: foundBy(id), isExact }] : [];
  });
  return [...ranked.filter(({ isExact }) => isExact), ...ranked.filter(({ isExact }) => !isExact)];
}

/** Those of some photos that have the words as they were typed, one after the other, in what their owner or camera wrote. */
async function exactAmong(
  gallery: Gallery,
  ids: readonly number[],
  text: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<number>> {
  const phrase = fullTextQuery(`"${text.replaceAll('"', " ")}"`);
  if (phrase === null || ids.length === 0) return new Set();
  const sql = `SELECT id FROM images WHERE id IN (${ids.map(() => "?").join(", ")})
    AND rowid IN (SELECT rowid FROM images_fts WHERE images_fts MATCH ?)`;
  const rows = await gallery.sql("main", sql, [...ids, `${WRITTEN} : ${phrase}`], { signal });
  return new Set(rows.map(({ id }) => Number(id)));
}
