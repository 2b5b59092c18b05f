import type { FacetKind } from "../format/index.js";
import type { FacetCount, PhotoFilter } from "../search.js";
import { facetsOfKind, facetsOfValues } from "./facet-ids.js";
import { eachFacetPhoto } from "./facet-photos.js";
import { facetsIn, filterPhotos } from "./filter-photos.js";
import type { OpenedGallery } from "./opened-gallery.js";

/** How many photos a filter leaves. */
export async function countPhotos(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<number> {
  const [facet] = facetsIn(where);
  if (facet !== undefined && Object.keys(where).length === 1 && countsAreDisjoint(facet)) {
    const rows = facetsOfValues(...facet);
    const sql = `SELECT total(photos) AS photos FROM facets WHERE ${rows.where}`;
    const [row] = await gallery.connection.select(sql, rows.params, signal);
    return Number(row?.photos ?? 0);
  }
  return (await filterPhotos(gallery, where, signal))?.count() ?? gallery.published.photos;
}

/** What a photo can have several values of. */
const SEVERAL: readonly FacetKind[] = ["tag", "autotag", "colour"];

/** Whether no photo is counted twice. */
function countsAreDisjoint([kind, values]: [FacetKind, readonly string[]]): boolean {
  return !SEVERAL.includes(kind) || values.length === 1;
}

/** The values of one kind among the photos of a filter; without one from what was counted when the gallery was built. */
export async function countFacets(
  gallery: OpenedGallery,
  kind: FacetKind,
  where: PhotoFilter,
  limit: number,
  signal: AbortSignal,
): Promise<FacetCount[]> {
  const included = await filterPhotos(gallery, where, signal);
  const { connection } = gallery;
  const ofKind = facetsOfKind(kind);
  const facets = await connection.select(
    `SELECT id, value, photos FROM facets WHERE ${ofKind.where}`,
    ofKind.params,
    signal,
  );
  const found = facets.map(({ id, value, photos }) => ({
    id: Number(id),
    value: String(value),
    photos: included === null ? Number(photos) : 0,
  }));
  if (included !== null) {
    const start = () => {
      const taken = new Map<number, number>();
      const take = (id: number, position: number) => {
        if (included.has(position)) taken.set(id, (taken.get(id) ?? 0) + 1);
      };
      return { taken, take };
    };
    const ids = found.map(({ id }) => id);
    const counts = await eachFacetPhoto(gallery, ids, start, signal);
    for (const facet of found) facet.photos = counts.get(facet.id) ?? 0;
  }
  return found
    .filter(({ photos }) => photos > 0)
    .sort(kind === "year" || kind === "month" ? newestFirst : mostFirst)
    .slice(0, limit)
    .map(({ value, photos }) => ({ value, photos }));
}

function newestFirst(a: FacetCount, b: FacetCount): number {
  return a.value < b.value ? 1 : -1;
}

function mostFirst(a: FacetCount, b: FacetCount): number {
  return b.photos - a.photos || (a.value < b.value ? -1 : 1);
}
