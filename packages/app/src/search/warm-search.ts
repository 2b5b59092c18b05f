import type { Gallery } from "akin-browser";

/** Has the search ready before it is asked for; what goes wrong is told by the search that follows. */
export function warmSearch(gallery: Gallery): void {
  gallery.warm().catch(() => undefined);
}
