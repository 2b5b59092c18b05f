import { FACET_KINDS, type FacetKind } from "../format/facet-kinds.js";
import type { PhotoFilter } from "../search.js";
import { facetsOfValues } from "./facet-ids.js";
import { fullTextQuery } from "./full-text-query.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { PositionSet } from "./position-set.js";
import { positionsInTime } from "./time-range.js";
import { touchWords } from "./touch-words.js";

/**
 * The photos that a filter leaves; null if there is none. Answered from `images_fts`, `facet_images` and the order of
 * positions: `images` is not scanned.
 */
export async function filterPhotos(
  gallery: OpenedGallery,
  where: PhotoFilter,
  signal: AbortSignal,
): Promise<PositionSet | null> {
  const sets = await Promise.all([
    ...(where.text === undefined ? [] : [withText(gallery, where.text, signal)]),
    ...(where.from === undefined && where.to === undefined ? [] : [inTime(gallery, where, signal)]),
    ...facetsIn(where).map(([kind, values]) => withFacet(gallery, kind, values, signal)),
  ]);
  const [all = null, ...others] = sets;
  for (const other of others) all?.keep(other);
  return all;
}

/** The kinds that a filter names, and their values. */
export function facetsIn(where: PhotoFilter): [FacetKind, readonly string[]][] {
  const values: Partial<Record<FacetKind, string | readonly string[]>> = where;
  return FACET_KINDS.flatMap((kind): [FacetKind, readonly string[]][] => {
    const wanted = values[kind];
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
  return await positionsOf(
    gallery,
    "SELECT rowid AS position FROM images_fts WHERE images_fts MATCH ?",
    [query],
    signal,
  );
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

function withFacet(
  gallery: OpenedGallery,
  kind: FacetKind,
  values: readonly string[],
  signal: AbortSignal,
): Promise<PositionSet> {
  const { where, params } = facetsOfValues(kind, values);
  return positionsOf(
    gallery,
    `SELECT position FROM facet_images WHERE facet_id IN (SELECT id FROM facets WHERE ${where})`,
    params,
    signal,
  );
}

function positionsOf(
  { connection, published }: OpenedGallery,
  sql: string,
  params: Parameters<typeof connection.select>[1],
  signal: AbortSignal,
): Promise<PositionSet> {
  return connection.run(() => {
    const set = new PositionSet(published.photos);
    connection.eachIntegers(sql, params, (position) => set.add(position));
    return set;
  }, signal);
}
