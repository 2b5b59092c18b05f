import type { SyntheticEvent } from "react";

/** Fades a picture in over its placeholder (see `data-loaded` in the styles). */
export function showWhenLoaded(event: SyntheticEvent<HTMLImageElement>): void {
  event.currentTarget.dataset.loaded = "";
}

/**
 * As a `ref`: what is in the cache is there at once and must not fade again. A picture that leaves the page gives up its file,
 * loaded or on its way: browsers keep it as long as the element is not collected, hundreds of megabytes where one flies past
 * thousands of them.
 */
export function showIfCached(image: HTMLImageElement): () => void {
  if (image.complete && image.naturalWidth > 0) image.dataset.loaded = "at-once";
  return () => image.removeAttribute("srcset");
}
