import { reallyAlike } from "akin-browser";
import type { Card } from "akin-browser/format";
import type { Album } from "../album/album.js";
import { type PhotoSummary, summaryOfSimilar } from "../album/photo-summary.js";

/** In the order of the list that one came from, or from each photo to the one most like it. */
export type SlideshowKind = "list" | "walk";

/**
 * The photo that a slideshow shows next; undefined when it has come to its end.
 *
 * @param seen what a walk has shown already
 */
export async function nextPhoto(
  album: Album,
  kind: SlideshowKind,
  id: number,
  seen: ReadonlySet<number>,
): Promise<PhotoSummary | undefined> {
  const card = await album.gallery.photo(id);
  if (kind === "list") return (await beside(album, id, card)).next;
  const nearest = nearestUnseen(card, seen);
  return nearest ? summaryOfSimilar(nearest) : await nextUnseen(album, id, card, seen);
}

/** The card shows range first; a walk takes the smallest step. */
function nearestUnseen(card: Card | null, seen: ReadonlySet<number>) {
  return reallyAlike(card?.similar ?? [])
    .filter((photo) => !seen.has(photo.id))
    .sort((one, other) => one.distance - other.distance)[0];
}

/** Where nothing is alike the list goes on: the next photo that was not shown, or else the nearest before. */
async function nextUnseen(
  album: Album,
  id: number,
  card: Card | null,
  seen: ReadonlySet<number>,
): Promise<PhotoSummary | undefined> {
  for (const direction of ["next", "previous"] as const) {
    let at = (await beside(album, id, card))[direction];
    while (at !== undefined && seen.has(at.id)) at = (await beside(album, at.id, at))[direction];
    if (at !== undefined) return at;
  }
  return undefined;
}

async function beside(album: Album, id: number, known: Pick<PhotoSummary, "takenAt"> | null) {
  const list = album.lists.of(id);
  await list.approach(id, known?.takenAt);
  return list.neighbours(id);
}
