import { FACET_KINDS, type FacetKind } from "../format/facet-kinds.js";
import { fullTextQuery } from "../format/full-text-query.js";
import type { FilterKind, PhotoFilter } from "../search.js";
import { facetsOfValues } from "./facet-ids.js";
import { eachFacetPhoto } from "./facet-photos.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { PositionSet } from "./position-set.js";
import { positionsInTime } from "./time-range.js";
import { touchWords } from "./touch-words.js";

/**
 * The photos that a filter leaves; null if there is none. Answered from `images_fts`, `facet_photos` and the order of
 * positions: `images` is not scanned. It is shared: not to be changed.
 */
export function filterPhotos(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<PositionSet | null> {
  const find = (shared: AbortSignal) => findPhotos(gallery, where, shared);
  return gallery.filtered.get(JSON.stringify(where), find, signal);
}

async function findPhotos(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<PositionSet | null> {
  const [first, ...others] = await conditionsOf(gallery, where, signal);
  for (const { included } of others) first?.included.keep(included);
  return first?.included ?? null;
}

/** One condition of a filter, and the photos for which it holds. */
export interface Condition {
  field: keyof PhotoFilter;
  included: PositionSet;
}

/** The photos that each condition of a filter leaves on its own. */
export function conditionsOf(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<Condition[]> {
  const { text, from, to } = where;
  const named = async (field: keyof PhotoFilter, included: Promise<PositionSet>) => ({
    field,
    included: await included,
  });
  return Promise.all([
    ...(text === undefined ? [] : [named("text", withText(gallery, text, signal))]),
    ...(from === undefined ? [] : [named("from", inTime(gallery, { from }, signal))]),
    ...(to === undefined ? [] : [named("to", inTime(gallery, { to }, signal))]),
    ...facetsIn(where).map(([kind, values]) =>
      named(kind, withFacet(gallery, kind, values, signal)),
    ),
  ]);
}

/** The kinds that a filter names, and their values. */
export function facetsIn(where: PhotoFilter): [FilterKind, readonly string[]][] {
  return FACET_KINDS.flatMap((kind): [FilterKind, readonly string[]][] => {
    if (kind === "month") return [];
    const wanted = where[kind];
    if (wanted === undefined) return [];
    return [[kind, typeof wanted === "string" ? [wanted] : wanted]];
  });
}

async function withText(
  gallery: OpenedGallery,
  text: string,
  signal: AbortSignal,
): Promise<PositionSet> {
  const query = fullTextQuery(text);
  if (query === null) return new PositionSet(gallery.published.photos);
  await touchWords(gallery, text, signal);
  const { connection, published, slots } = gallery;
  return await connection.run(() => {
    const set = new PositionSet(published.photos);
    connection.eachInteger(
      "SELECT rowid FROM images_fts WHERE images_fts MATCH ?",
      [query],
      (slot) => set.add(slots.positionOf(slot)),
    );
    return set;
  }, signal);
}

async function inTime(
  gallery: OpenedGallery,
  { from, to }: PhotoFilter,
  signal: AbortSignal,
): Promise<PositionSet> {
  const { first, last } = await positionsInTime(gallery, from, to, signal);
  const set = new PositionSet(gallery.published.photos);
  set.addRange(first, last);
  return set;
}

async function withFacet(
  gallery: OpenedGallery,
  kind: FacetKind,
  values: readonly string[],
  signal: AbortSignal,
): Promise<PositionSet> {
  const { where, params } = facetsOfValues(kind, values);
  const sql = `SELECT id FROM facets WHERE ${where}`;
  const facets = await gallery.connection.select(sql, params, signal);
  const ids = facets.map(({ id }) => Number(id));
  const start = () => {
    const set = new PositionSet(gallery.published.photos);
    return { taken: set, take: (_: number, position: number) => set.add(position) };
  };
  return await eachFacetPhoto(gallery, ids, start, signal);
}
