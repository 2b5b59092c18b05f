import type { Loosened, PhotoFilter } from "../search.js";
import { conditionsOf } from "./filter-photos.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { PositionSet } from "./position-set.js";

/** Answers `Gallery.loosen`. */
export async function looserFilters(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<Loosened[]> {
  const { photos } = gallery.published;
  const conditions = await conditionsOf(gallery, where, signal);
  const loosened = conditions.map((left): Loosened => {
    const rest = new PositionSet(photos);
    rest.addRange(1, photos);
    for (const condition of conditions) if (condition !== left) rest.keep(condition.included);
    return { without: left.field, photos: rest.count() };
  });
  return loosened.sort((a, b) => b.photos - a.photos);
}
