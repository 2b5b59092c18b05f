import type { PhotoFilter } from "akin-browser";
import { useCallback } from "react";
import { useAlbum } from "../album/album-context.js";
import { filterParams, parseFilter } from "../navigation/filter-params.js";
import { useAsked } from "./use-asked.js";

/** How many photos a filter leaves; undefined as long as it isn't known. */
export function usePhotoCount(filter: PhotoFilter): number | undefined {
  const { gallery } = useAlbum();
  const address = filterParams(filter).toString();
  const ask = useCallback(
    (signal: AbortSignal) => gallery.count(parseFilter(new URLSearchParams(address)), { signal }),
    [gallery, address],
  );
  return useAsked(ask).value;
}
