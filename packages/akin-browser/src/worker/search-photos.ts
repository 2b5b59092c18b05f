import { fullTextQuery } from "../format/full-text-query.js";
import { GalleryError } from "../gallery-error.js";
import type { FoundPhoto } from "../search.js";
import type { OnLoading } from "../source/shared-load.js";
import { filterPhotos } from "./filter-photos.js";
import { meanDistances } from "./mean-distances.js";
import type { SearchRequest } from "./messages.js";
import { nearestPositions } from "./nearest-positions.js";
import type { OpenedGallery } from "./opened-gallery.js";
import { photoRows, positionsOfPhotos } from "./photo-rows.js";
import type { PositionSet } from "./position-set.js";
import { queryVector } from "./query-vector.js";

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
  const { plus, minus, vector } = request;
  if (plus.length === 0 && minus.length === 0 && vector === null) {
    const positions = await positionsInOrder(gallery, request, included, signal);
    const photos = await photoRows(gallery, positions, signal);
    return photos.map((photo) => ({ ...photo, distance: null, meanDistance: null }));
  }
  if (gallery.vectors === null) {
    throw new GalleryError("UNSUPPORTED", "This gallery was built without vectors.");
  }
  const [added, taken] = await Promise.all([
    positionsOfPhotos(gallery, plus, signal),
    positionsOfPhotos(gallery, minus, signal),
  ]);
  const query = await queryVector(gallery.vectors, added, taken, vector, signal, onLoading);
  const nearest = await nearestPositions(
    gallery.vectors,
    query,
    { limit: request.limit, included, except: [...added, ...taken] },
    signal,
    onLoading,
  );
  const found = nearest.map(({ position }) => position);
  const [photos, means] = await Promise.all([
    photoRows(gallery, found, signal),
    meanDistances(gallery.vectors, found, added, vector, signal),
  ]);
  return photos.map((photo, rank) => ({
    ...photo,
    distance: nearest[rank]?.distance ?? null,
    meanDistance: means[rank] ?? null,
  }));
}

async function positionsInOrder(
  { connection, published }: OpenedGallery,
  { where, limit, offset }: SearchRequest,
  included: PositionSet | null,
  signal: AbortSignal,
): Promise<number[]> {
  if (included === null) {
    const newest = published.photos - offset;
    const length = Math.max(0, Math.min(limit, newest));
    return Array.from({ length }, (_, index) => newest - index);
  }
  const query = where.text === undefined ? null : fullTextQuery(where.text);
  if (query === null) return included.newest(limit, offset);
  const found = await connection.select(
    "SELECT rowid AS position FROM images_fts WHERE images_fts MATCH ? LIMIT ?",
    [query, MOST_RANKED + 1],
    signal,
  );
  if (found.length > MOST_RANKED) return included.newest(limit, offset);
  const ranked = await connection.run(() => {
    // FTS5 would miss the lengths of texts one after the other, and the photos only be asked for after that.
    const touches = ["images_fts_docsize WHERE id", "images WHERE position"].flatMap((place) =>
      found.map(({ position = null }) => ({ sql: `SELECT 1 FROM ${place} = ?`, position })),
    );
    connection.each(touches, ({ sql, position }) => connection.selectNow(sql, [position]));
    return connection.selectNow(
      "SELECT rowid AS position FROM images_fts WHERE images_fts MATCH ? ORDER BY rank, rowid DESC",
      [query],
    );
  }, signal);
  return ranked
    .map(({ position }) => Number(position))
    .filter((position) => included.has(position))
    .slice(offset, offset + limit);
}
