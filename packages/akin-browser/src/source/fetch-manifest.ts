import type { Manifest } from "../format/index.js";
import { fetchFile } from "./fetch-file.js";
import { parseJson } from "./parse-json.js";
import { parseManifest } from "./parse-manifest.js";

/**
 * A site's manifest as it is now.
 *
 * @param root the site's root, absolute, ending with `/`
 * @throws GalleryError `FORMAT`, `NOT_FOUND`, `NETWORK`, `DAMAGED`
 */
export async function fetchManifest(
  root: string,
  signal?: AbortSignal | undefined,
): Promise<Manifest> {
  const url = `${root}data/manifest.json`;
  // The one file whose name stays the same from build to build, so that an old copy must not be used unasked.
  const bytes = await fetchFile(url, { signal, cache: "no-cache" });
  return parseManifest(parseJson(bytes, url), url);
}
