import type { Card, SimilarPhoto } from "../format/card.js";
import type { Gallery, SimilarOptions } from "../gallery.js";
import { scored } from "../photos/with-scores.js";

/** The photos nearest to one by live search; what its card tells of some of them is kept. */
export async function searchSimilar(
  { search, manifest }: Pick<Gallery, "search" | "manifest">,
  card: Card,
  options: SimilarOptions,
): Promise<SimilarPhoto[]> {
  const found = await search({ ...options, plus: [card.id] });
  const onCard = new Map(card.similar.map((similar) => [similar.id, similar]));
  return found.map(({ takenAt: _, meanDistance: __, isRanked: ___, ...photo }) => {
    const distance = Number(photo.distance?.toFixed(5));
    return (
      onCard.get(photo.id) ??
      scored({ ...photo, distance, reasons: [], group: null }, manifest.calibration)
    );
  });
}
