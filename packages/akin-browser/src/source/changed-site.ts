import { GalleryError } from "../gallery-error.js";
import { fetchManifest } from "./fetch-manifest.js";

/**
 * Finds out whether a site was published anew since the page opened it.
 *
 * @param root the site's root, absolute, ending with `/`; @param buildId of the manifest that the page has
 * @returns tells why a request failed: a file that is missing may have been deleted by a newer build, which gives a
 *   GalleryError `CHANGED`, else the same error
 */
export function changedSite(root: string, buildId: string): (error: unknown) => Promise<unknown> {
  let asking: Promise<string> | null = null;
  return async (error) => {
    if (!(error instanceof GalleryError) || error.code !== "NOT_FOUND") return error;
    // One request for all that fail together.
    asking ??= fetchManifest(root).then((manifest) => manifest.buildId);
    try {
      if ((await asking) === buildId) return error;
    } catch {
      // It can't be told now: then what is known is that the file is missing.
      return error;
    } finally {
      asking = null;
    }
    return new GalleryError(
      "CHANGED",
      "The gallery was published anew while this page was open. Reload the page.",
      { cause: error },
    );
  };
}
