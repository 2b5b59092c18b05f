import { setImmediate as nextTurn } from "node:timers/promises";
import { sharePagePath } from "akin-browser/format";
import { forEachLimited } from "../for-each-limited.js";
import { placeName } from "../public-fields.js";
import type { PublicDetails, PublicPhoto } from "../public-photos.js";
import type { SiteFolder } from "../site-folder.js";
import { type SharingGallery, sharePage } from "./share-page.js";

/** Pages that are written at once. */
const AT_ONCE = 16;

/** Pages that are written without a look at what else happens. */
const HEARD_EVERY = 256;

/** Writes the page of each photo; those that are there with the same content stay. */
export async function writeSharePages(
  site: SiteFolder,
  photos: readonly PublicPhoto[],
  detailsOf: (photo: PublicPhoto) => PublicDetails,
  gallery: SharingGallery,
  signal: AbortSignal,
): Promise<void> {
  await forEachLimited(photos, AT_ONCE, async (photo, index) => {
    const { description, place } = detailsOf(photo);
    const shared = { ...photo, description, place: placeName(place) || null };
    await site.put(sharePagePath(photo.id), sharePage(shared, gallery));
    // Where all pages are there already, nothing is waited for, and Ctrl-C would not be heard.
    if (index % HEARD_EVERY === 0) await nextTurn();
    signal.throwIfAborted();
  });
}
