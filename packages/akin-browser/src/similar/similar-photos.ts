import { type Card, type SimilarPhoto, scoreOf, wordOf } from "../format/index.js";
import type { Gallery, SimilarOptions } from "../gallery.js";

/** Answers `Gallery.similar`: from the card where it holds all that is asked for. */
export async function similarPhotos(
  gallery: Pick<Gallery, "photo" | "search" | "manifest">,
  photo: number | string,
  { limit = 5, where, signal }: SimilarOptions,
): Promise<SimilarPhoto[]> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`limit is ${limit}; expected a whole number, 0 or more.`);
  }
  const card = await gallery.photo(photo, { signal });
  if (card === null) return [];
  const isFiltered = where !== undefined && Object.keys(where).length > 0;
  const holdsAll = card.similar.length >= gallery.manifest.photos - 1;
  if (!isFiltered && (limit <= card.similar.length || holdsAll))
    return card.similar.slice(0, limit);
  return await searchedSimilar(gallery, card, { limit, where, signal });
}

async function searchedSimilar(
  gallery: Pick<Gallery, "search" | "manifest">,
  card: Card,
  options: SimilarOptions,
): Promise<SimilarPhoto[]> {
  // It has no vector.
  if (card.similar.length === 0) return [];
  const found = await gallery.search({ ...options, plus: [card.id] });
  const onCard = new Map(card.similar.map((similar) => [similar.id, similar]));
  const { calibration } = gallery.manifest;
  return found.map(({ takenAt: _, ...photo }) => {
    const known = onCard.get(photo.id);
    if (known) return known;
    const distance = Number(photo.distance?.toFixed(5));
    return {
      ...photo,
      distance,
      score: calibration && scoreOf(distance, calibration),
      word: calibration && wordOf(distance, calibration),
      reasons: [],
      group: null,
    };
  });
}
