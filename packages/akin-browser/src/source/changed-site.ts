import { GalleryError } from "../gallery-error.js";
import { fetchManifest } from "./fetch-manifest.js";

/** Finds out whether a site was published anew since the page opened it. */
export class ChangedSite {
  readonly #root: string;
  readonly #buildId: string;
  #asking: Promise<string> | null = null;

  /** @param root the site's root, absolute, ending with `/`; @param buildId of the manifest that the page has */
  constructor(root: string, buildId: string) {
    this.#root = root;
    this.#buildId = buildId;
  }

  /**
   * Why a request failed: a file that is missing may have been deleted by a newer build.
   *
   * @returns a GalleryError `CHANGED`, or the same error
   */
  async reasonFor(error: unknown): Promise<unknown> {
    if (!(error instanceof GalleryError) || error.code !== "NOT_FOUND") return error;
    // One request for all that fail together.
    this.#asking ??= fetchManifest(this.#root).then(({ buildId }) => buildId);
    try {
      if ((await this.#asking) === this.#buildId) return error;
    } catch {
      // It can't be told now: then what is known is that the file is missing.
      return error;
    } finally {
      this.#asking = null;
    }
    return new GalleryError(
      "CHANGED",
      "The gallery was published anew while this page was open. Reload the page.",
      { cause: error },
    );
  }
}
