import { createGallery } from "./create-gallery.js";
import type { Gallery, RequestOptions } from "./gallery.js";
import { fetchManifest } from "./source/fetch-manifest.js";
import { siteRoot } from "./source/site-root.js";

/**
 * Opens a gallery: fetches its manifest, and nothing else.
 *
 * @param url the site's root, relative to the page; default: the page's own folder
 * @throws GalleryError `FORMAT` if the gallery is of another format version, `NOT_FOUND`, `NETWORK`, `DAMAGED`
 */
export async function openGallery(
  url?: string | URL,
  { signal }: RequestOptions = {},
): Promise<Gallery> {
  const root = siteRoot(url);
  return createGallery(root, await fetchManifest(root, signal));
}
