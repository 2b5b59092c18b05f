import type { PhotoFilter } from "akin-browser";
import { useState } from "react";
import { useProvideList } from "../album/use-provide-list.js";
import { PhotoRows } from "../grid/photo-rows.js";
import { PhotosMain } from "../grid/photos-main.js";
import { WaitingRows } from "../grid/waiting-rows.js";
import type { GroupPhotos } from "../layout/group-by-day.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import { LoadingNote } from "./loading-note.js";
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
  const { key, state, isOld, retry } = useResults(filter, filter.text !== exact);
  const found = state.status === "found" ? state : null;
  useProvideList(found?.list ?? null);
  useLocatePhoto(found);
  const change = (to: PhotoFilter) => navigation.go({ view: "photos", filter: to });
  return (
    <PhotosMain>
      <ResultsHead
        filter={filter}
        state={isOld ? { status: "loading" } : state}
        onChange={change}
        onExact={() => setExact(filter.text ?? null)}
      />
      <div className={styles.results} aria-busy={isOld || state.status === "loading"}>
        {state.status === "loading" && (
          <div className={styles.waiting}>
            <LoadingNote />
            <WaitingRows />
          </div>
        )}
        {state.status === "failed" && <SearchFailed error={state.error} onRetry={retry} />}
        {state.status === "empty" && (
          <NothingFound filter={filter} loosened={state.loosened} onChange={change} />
        )}
        {found !== null && (
          <PhotoRows
            key={key}
            blocks={found.blocks}
            isPhotoOpen={isPhotoOpen}
            group={found.isByDate ? undefined : groupTogether}
          />
        )}
      </div>
    </PhotosMain>
  );
}

const groupTogether: GroupPhotos = (photos) => [
  { day: null, title: strings.search.byRank, photos: [...photos] },
];
