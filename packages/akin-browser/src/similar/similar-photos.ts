import { galleryCode } from "../databases/fetch-code.js";
import { SIMILAR_ON_CARD, type SimilarPhoto } from "../format/card.js";
import type { Gallery, SimilarOptions } from "../gallery.js";

/** Answers `Gallery.similar`: from the card, unless more is asked for than cards hold. */
export async function similarPhotos(
  gallery: Pick<Gallery, "photo" | "search" | "manifest">,
  photo: number | string,
  { limit = 5, where, by = "subject", signal }: SimilarOptions,
): Promise<SimilarPhoto[]> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`limit is ${limit}; expected a whole number, 0 or more.`);
  }
  const card = await gallery.photo(photo, { signal });
  // A card without any is that of a photo without a vector.
  if (card === null || card.similar.length === 0) return [];
  if (by === "look" && card.byLook.length > 0) return card.byLook.slice(0, limit);
  const isFiltered = where !== undefined && Object.keys(where).length > 0;
  const holdsAll = card.similar.length >= gallery.manifest.photos - 1;
  if (!isFiltered && (limit <= SIMILAR_ON_CARD || holdsAll)) return card.similar.slice(0, limit);
  const { searchSimilar } = await galleryCode();
  return await searchSimilar(gallery, card, { limit, where, signal });
}
