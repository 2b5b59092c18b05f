import { fullTextQuery } from "../format/full-text-query.js";
import { GalleryError } from "../gallery-error.js";
import type { FoundPhoto } from "../search.js";
import type { OnLoading } from "../source/shared-load.js";
import { exampleVectors } from "./example-vectors.js";
import { filterPhotos } from "./filter-photos.js";
import { meanDistances } from "./mean-distances.js";
import type { SearchRequest } from "./messages.js";
import { nearestPositions } from "./nearest-positions.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { photoRows } from "./photo-rows.js";
import type { PositionSet } from "./position-set.js";
import { queryVector } from "./query-vector.js";
import { seldomNeeded } from "./seldom-needed.js";

/** A rank is made from a record of each photo found, which may all be in pieces of their own, as the photos are. */
const MOST_RANKED = 50;

/** Answers `Gallery.search`. */
export async function searchPhotos(
  gallery: OpenedGallery,
  request: SearchRequest,
  signal: AbortSignal,
  onLoading: OnLoading,
): Promise<FoundPhoto[]> {
  const included = await filterPhotos(gallery, request.where, signal);
  if (request.plus.length + request.minus.length === 0) {
    const { positions, isRanked } = await positionsInOrder(gallery, request, included, signal);
    const photos = await photoRows(gallery, positions, signal);
    return photos.map((photo) => ({ ...photo, distance: null, meanDistance: null, isRanked }));
  }
  if (gallery.vectors === null) {
    throw new GalleryError("UNSUPPORTED", "This gallery was built without vectors.");
  }
  const { vectors } = gallery;
  // They are loaded anyway to answer: then no chunk is fetched twice.
  if (!vectors.isLarge) await vectors.load(signal, onLoading);
  const plus = await exampleVectors(gallery, request.plus, signal);
  const minus = await exampleVectors(gallery, request.minus, signal);
  const except = [...plus, ...minus].flatMap(({ position }) => position ?? []);
  const query = queryVector(vectors.dimensions, plus, minus);
  let nearest = await nearestPositions(
    vectors,
    query,
    { limit: request.limit, included, except },
    signal,
    onLoading,
  );
  if (request.meant) {
    const { farthestOfMeant } = await seldomNeeded();
    const farthest = await farthestOfMeant(vectors, query, nearest, signal);
    nearest = nearest.filter(({ distance }) => distance <= farthest);
  }
  const found = nearest.map(({ position }) => position);
  const [photos, means] = await Promise.all([
    photoRows(gallery, found, signal),
    meanDistances(vectors, found, plus, signal),
  ]);
  return photos.map((photo, rank) => ({
    ...photo,
    distance: nearest[rank]?.distance ?? null,
    meanDistance: means[rank] ?? null,
    isRanked: false,
  }));
}

async function positionsInOrder(
  gallery: OpenedGallery,
  { where, limit, offset }: SearchRequest,
  included: PositionSet | null,
  signal: AbortSignal,
): Promise<{ positions: number[]; isRanked: boolean }> {
  if (included === null) {
    const newest = gallery.published.photos - offset;
    const length = Math.max(0, Math.min(limit, newest));
    const positions = Array.from({ length }, (_, index) => newest - index);
    return { positions, isRanked: false };
  }
  const query = where.text === undefined ? null : fullTextQuery(where.text);
  const ranked = query === null ? null : await rankedPositions(gallery, query, limit, signal);
  if (ranked === null) return { positions: included.newest(limit, offset), isRanked: false };
  const positions = ranked.filter((position) => included.has(position));
  return { positions: positions.slice(offset, offset + limit), isRanked: true };
}

/** The photos that fit the words, best first; null if there are many. */
async function rankedPositions(
  { connection, slots }: OpenedGallery,
  query: string,
  limit: number,
  signal: AbortSignal,
): Promise<number[] | null> {
  const found = await connection.select(
    "SELECT rowid AS slot FROM images_fts WHERE images_fts MATCH ? LIMIT ?",
    [query, MOST_RANKED + 1],
    signal,
  );
  if (found.length > MOST_RANKED) return null;
  // FTS5 would miss the lengths of texts one after the other. Of photos that are all asked for, it is known already.
  const places = ["images_fts_docsize WHERE id"];
  if (found.length <= limit) places.push("images WHERE slot");
  const ranked = await connection.run(() => {
    const touches = places.flatMap((place) =>
      found.map(({ slot = null }) => ({ sql: `SELECT 1 FROM ${place} = ?`, slot })),
    );
    connection.each(touches, ({ sql, slot }) => connection.selectNow(sql, [slot]));
    return connection.selectNow(
      "SELECT rowid AS slot FROM images_fts WHERE images_fts MATCH ? ORDER BY rank, rowid DESC",
      [query],
    );
  }, signal);
  return ranked.map(({ slot }) => slots.positionOf(Number(slot)));
}
