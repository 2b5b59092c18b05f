import type { Gallery } from "akin-browser";
import { sharePagePath } from "akin-browser/format";
import { hrefOf } from "../navigation/route.js";

/** What became of it. */
export type Shared = "shared" | "copied" | "failed";

/** Hands a photo's link to the system's sharing, or copies it where there is none. */
export async function sharePhoto(gallery: Gallery, id: number, title: string): Promise<Shared> {
  const url = photoUrl(gallery, id);
  try {
    // Some say that they can share, and yet refuse.
    if (navigator.canShare?.({ url, title })) {
      await navigator.share({ url, title });
      return "shared";
    }
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch (error) {
    // The visitor has thought better of it.
    return error instanceof DOMException && error.name === "AbortError" ? "shared" : "failed";
  }
}

/** The photo's own page, which shows a preview where it is posted; else the photo in the gallery. */
function photoUrl({ url, manifest }: Gallery, id: number): string {
  if (manifest.presentation.sharePages) return new URL(sharePagePath(id), url).href;
  return new URL(hrefOf({ view: "photos", filter: {} }, id), url).href;
}
