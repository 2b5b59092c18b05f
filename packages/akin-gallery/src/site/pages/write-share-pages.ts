import { setImmediate as nextTurn } from "node:timers/promises";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { sharePagePath } from "akin-browser/format";
import { forEachLimited } from "../for-each-limited.js";
import { placeName } from "../public-fields.js";
import { type PublicPhoto, readPublicDetails } from "../public-photos.js";
import type { SiteFolder } from "../site-folder.js";
import { type SharedPhoto, type SharingGallery, sharePage } from "./share-page.js";

/** Pages that are written at once. */
const AT_ONCE = 16;

/** Pages that are written without a look at what else happens. */
const HEARD_EVERY = 256;

/** Writes the page of each photo; those that are there with the same content stay. */
export async function writeSharePages(
  site: SiteFolder,
  database: DatabaseSyncInstance,
  photos: readonly PublicPhoto[],
  gallery: SharingGallery,
  signal: AbortSignal,
): Promise<void> {
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  await forEachLimited(sharedPhotos(database, byId), AT_ONCE, async (photo, index) => {
    await site.put(sharePagePath(photo.id), sharePage(photo, gallery));
    // Where all pages are there already, nothing is waited for, and Ctrl-C would not be heard.
    if (index % HEARD_EVERY === 0) await nextTurn();
    signal.throwIfAborted();
  });
}

function* sharedPhotos(
  database: DatabaseSyncInstance,
  photos: ReadonlyMap<number, PublicPhoto>,
): Generator<SharedPhoto> {
  for (const { id, description, place } of readPublicDetails(database)) {
    const photo = photos.get(id);
    if (photo) yield { ...photo, description, place: placeName(place) || null };
  }
}
