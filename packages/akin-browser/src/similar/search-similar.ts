import type { Card, SimilarPhoto } from "../format/card.js";
import { scoreOf } from "../format/score-of.js";
import { wordOf } from "../format/word-of.js";
import type { Gallery, SimilarOptions } from "../gallery.js";

/** The photos nearest to one by live search; what its card tells of some of them is kept. */
export async function searchSimilar(
  { search, manifest }: Pick<Gallery, "search" | "manifest">,
  card: Card,
  options: SimilarOptions,
): Promise<SimilarPhoto[]> {
  const found = await search({ ...options, plus: [card.id] });
  const onCard = new Map(card.similar.map((similar) => [similar.id, similar]));
  const { calibration } = manifest;
  return found.map(({ takenAt: _, meanDistance: __, ...photo }) => {
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
