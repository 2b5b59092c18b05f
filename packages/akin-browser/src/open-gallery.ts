import { createGallery } from "./create-gallery.js";
import type { Gallery, RequestOptions } from "./gallery.js";
import { fetchFile } from "./source/fetch-file.js";
import { parseManifest } from "./source/parse-manifest.js";
import { siteRoot } from "./source/site-root.js";
import { parseJson, unpack } from "./source/unpack.js";

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
  const manifestUrl = `${root}data/manifest.json`;
  // The one file whose name stays the same from build to build, so that an old copy must not be used unasked.
  const bytes = await fetchFile(manifestUrl, { signal, cache: "no-cache" });
  const manifest = parseManifest(
    parseJson(await unpack(bytes, manifestUrl), manifestUrl),
    manifestUrl,
  );
  return createGallery(root, manifest);
}
