import type { PhotoFilter } from "akin-browser";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Album } from "../album/album.js";
import { useAlbum } from "../album/album-context.js";
import { filterParams } from "../navigation/filter-params.js";
import { Results, type ResultsState } from "./results.js";

/** Results of so many searches are kept, so that going back shows them at once. */
const KEPT = 6;
const kept = new WeakMap<Album, Map<string, Results>>();

interface ShownResults {
  /** Changes with the photos that are shown. */
  key: string;
  state: ResultsState;
  /** Whether these are the results of before, shown until those of the filter are there. */
  isOld: boolean;
  retry: () => void;
  /** See Results. */
  showMore: () => void;
}

/** The photos of a filter. @param mayRespell see Results */
export function useResults(filter: PhotoFilter, mayRespell: boolean): ShownResults {
  const album = useAlbum();
  const key = `${filterParams(filter)} ${mayRespell}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter
  const results = useMemo(() => resultsOf(album, key, filter, mayRespell), [album, key]);
  const state = useSyncExternalStore(results.listeners.subscribe, results.state);
  useEffect(() => results.start(), [results]);

  const [before, setBefore] = useState({ key, state });
  const isOld = state.status === "loading" && before.state.status === "found";
  if (!isOld && before.state !== state) setBefore({ key, state });
  return {
    ...(isOld ? before : { key, state }),
    isOld,
    retry: results.retry,
    showMore: results.showMore,
  };
}

function resultsOf(album: Album, key: string, filter: PhotoFilter, mayRespell: boolean): Results {
  const known = kept.get(album) ?? new Map<string, Results>();
  kept.set(album, known);
  const results = known.get(key) ?? new Results(album, filter, mayRespell);
  known.delete(key);
  known.set(key, results);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return results;
}
