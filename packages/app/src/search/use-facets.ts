import type { FacetCount, PhotoFilter } from "akin-browser";
import type { FacetKind } from "akin-browser/format";
import { useCallback } from "react";
import { useAlbum } from "../album/album-context.js";
import { filterParams, parseFilter } from "../navigation/filter-params.js";
import { without } from "./conditions.js";
import { type Asked, useAsked } from "./use-asked.js";

/**
 * The values of a kind that photos of a filter have.
 *
 * @param isSeen whether somebody looks at them: else they are counted last, since that takes its time in a large album
 * @param apart what the filter asks for in these fields does not count
 */
export function useFacets(
  kind: FacetKind,
  filter: PhotoFilter,
  apart: readonly (keyof PhotoFilter)[],
  isSeen: boolean,
): Asked<FacetCount[]> {
  const { gallery } = useAlbum();
  // Filters are the same when their addresses are.
  const address = filterParams(without(filter, apart)).toString();
  const ask = useCallback(
    (signal: AbortSignal) =>
      gallery.facets(kind, { where: parseFilter(new URLSearchParams(address)), signal }),
    [gallery, kind, address],
  );
  return useAsked(ask, isSeen);
}
