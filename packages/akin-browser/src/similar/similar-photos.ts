import { type Card, SIMILAR_ON_CARD, type SimilarPhoto } from "../format/index.js";
import type { Gallery, SimilarOptions } from "../gallery.js";

/** Answers `Gallery.similar`: from the card where it holds all that is asked for. */
export async function similarPhotos(
  gallery: Pick<Gallery, "photo" | "search">,
  photo: number | string,
  { limit = 5, where, signal }: SimilarOptions,
): Promise<SimilarPhoto[]> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`limit is ${limit}; expected a whole number, 0 or more.`);
  }
  const card = await gallery.photo(photo, { signal });
  if (card === null) return [];
  const isFiltered = where !== undefined && Object.keys(where).length > 0;
  // A card that is not full holds all there are, of a photo without a vector none.
  if (!isFiltered && (limit <= card.similar.length || card.similar.length < SIMILAR_ON_CARD)) {
    return card.similar.slice(0, limit);
  }
  return await searchedSimilar(gallery, card, { limit, where, signal });
}

async function searchedSimilar(
  gallery: Pick<Gallery, "search">,
  card: Card,
  options: SimilarOptions,
): Promise<SimilarPhoto[]> {
  if (card.similar.length === 0) return [];
  const found = await gallery.search({ ...options, plus: [card.id] });
  const onCard = new Map(card.similar.map((similar) => [similar.id, similar]));
  return found.map(({ takenAt: _, distance, ...photo }) => {
    const { score = null, word = null, reasons = [] } = onCard.get(photo.id) ?? {};
    return { ...photo, distance: Number(distance?.toFixed(5)), score, word, reasons };
  });
}
