import type { PhotoFilter } from "akin-browser";
import { useMemo, useState } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";
import { useProvideList } from "../album/use-provide-list.js";
import { PhotoRows } from "../grid/photo-rows.js";
import { PhotosMain } from "../grid/photos-main.js";
import { TileActions } from "../grid/tile-actions.js";
import { WaitingRows } from "../grid/waiting-rows.js";
import { type GroupPhotos, groupByDay } from "../layout/group-by-day.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import type { Found } from "./found.js";
import { FoundBy, FoundByBadge } from "./found-by-badge.js";
import { LoadingNote } from "./loading-note.js";
import { LookingNote } from "./looking-note.js";
import { NothingFound } from "./nothing-found.js";
import { ResultsHead } from "./results-head.js";
import styles from "./results-page.module.css";
import { SearchFailed } from "./search-failed.js";
import { useLocatePhoto } from "./use-locate-photo.js";
import { useResults } from "./use-results.js";

interface ResultsPageProps {
  filter: PhotoFilter;
  isPhotoOpen: boolean;
}

/** The photos of a filter. */
export default function ResultsPage({ filter, isPhotoOpen }: ResultsPageProps) {
  /** A text that is meant as it is written, although nothing is found for it. */
  const [exact, setExact] = useState<string | null>(null);
  const { key, state, isOld, retry, showMore } = useResults(filter, filter.text !== exact);
  const found = state.status === "found" ? state : null;
  useProvideList(found?.list ?? null);
  useLocatePhoto(found);
  const group = useMemo(() => found && groupOf(found), [found]) ?? undefined;
  const change = (to: PhotoFilter) => navigation.go({ view: "photos", filter: to });
  return (
    <PhotosMain>
      <ResultsHead
        filter={filter}
        state={isOld ? { status: "loading" } : state}
        onChange={change}
        onExact={() => setExact(filter.text ?? null)}
        onMore={showMore}
        onRetry={retry}
      />
      <div className={styles.results} aria-busy={isOld || state.status === "loading"}>
        {state.status === "loading" && (
          <div className={styles.waiting}>
            {state.vectors ? <LookingNote {...state.vectors} /> : <LoadingNote />}
            <WaitingRows />
          </div>
        )}
        {state.status === "failed" && <SearchFailed error={state.error} onRetry={retry} />}
        {state.status === "empty" && (
          <NothingFound filter={filter} loosened={state.loosened} onChange={change} />
        )}
        {found !== null && (
          <FoundBy value={found.meaning?.foundBy ?? null}>
            <TileActions value={found.meaning ? FoundByBadge : null}>
              <PhotoRows
                key={`${key} ${found.meaning !== null}`}
                blocks={found.blocks}
                isPhotoOpen={isPhotoOpen}
                group={group}
              />
            </TileActions>
          </FoundBy>
        )}
      </div>
    </PhotosMain>
  );
}

/** Photos by rank are one part; those that only show what is meant are one after those by day. */
function groupOf({ isByDate, meaning }: Found): GroupPhotos | undefined {
  const together = (title: string, photos: readonly PhotoSummary[]) => [
    { day: null, title, photos: [...photos] },
  ];
  if (!isByDate) return (photos) => together(strings.search.byRank, photos);
  if (meaning === null) return undefined;
  return (photos) => {
    const [first] = photos;
    const isShown = first !== undefined && meaning.foundBy.get(first.id) === "meaning";
    return isShown ? together(strings.search.showingIt, photos) : groupByDay(photos);
  };
}
