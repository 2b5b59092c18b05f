import type { SyntheticEvent } from "react";

/** Fades a picture in over its placeholder (see `data-loaded` in the styles). */
export function showWhenLoaded(event: SyntheticEvent<HTMLImageElement>): void {
  event.currentTarget.dataset.loaded = "";
}

/** As a `ref`: what is in the cache is there at once and must not fade again. */
export function showIfCached(image: HTMLImageElement | null): void {
  if (image?.complete && image.naturalWidth > 0) image.dataset.loaded = "at-once";
}
