import type { Manifest, PhotoFilter } from "akin-browser";
import { lazy, Suspense } from "react";
import { useAlbum } from "../album/album-context.js";
import { SubAlbums } from "../albums/sub-albums.js";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import { AlbumTitle } from "./album-title.js";
import { Chips, type FilterProps } from "./chips.js";
import { conditionsOf } from "./conditions.js";
import { CorrectedNote } from "./corrected-note.js";
import { FoundByLine } from "./found-by-line.js";
import type { ResultsState } from "./results.js";
import styles from "./results-head.module.css";

const TowerOffer = lazy(() => import("../tower/tower-offer.js"));

interface ResultsHeadProps extends FilterProps {
  state: ResultsState;
  /** Searches for the text as it was typed. */
  onExact: () => void;
  /** Shows what was found by meaning among the others. */
  onMore: () => void;
  onRetry: () => void;
}

/** What was asked for, and how many photos there are. */
export function ResultsHead({
  filter,
  state,
  onChange,
  onExact,
  onMore,
  onRetry,
}: ResultsHeadProps) {
  const folder = onlyFolder(filter);
  const isAlbum = folder !== null && conditionsOf(filter).length === 1;
  const count = describeState(state);
  const { gallery } = useAlbum();
  const corrected = state.status === "found" ? state.corrected : null;
  return (
    <div className={styles.head}>
      {folder === null ? (
        <h2 className={styles.title}>{count || strings.search.searching}</h2>
      ) : (
        <AlbumTitle folder={folder} count={count} />
      )}
      {isUnanswered(filter, state, gallery.manifest) && (
        <Suspense>
          <TowerOffer kind="text" onThere={onRetry} />
        </Suspense>
      )}
      <FoundByLine state={state} onMore={onMore} onRetry={onRetry} />
      <p role="status" className={spoken.spoken}>
        {count}
      </p>
      {!isAlbum && <Chips filter={filter} onChange={onChange} />}
      {corrected !== null && (
        <CorrectedNote typed={filter.text ?? ""} corrected={corrected} onExact={onExact} />
      )}
      {isAlbum && <SubAlbums folder={folder} />}
    </div>
  );
}

/** Whether the text could be searched for by meaning, and was not. */
function isUnanswered({ text }: PhotoFilter, state: ResultsState, { towers }: Manifest): boolean {
  if (text === undefined || !towers?.text) return false;
  return (state.status === "empty" || state.status === "found") && !state.hasDirection;
}

function onlyFolder(filter: PhotoFilter): string | null {
  const [folder = null, ...others] = valuesOf(filter, "folder");
  return others.length === 0 ? folder : null;
}

/** Nothing as long as it isn't known. */
function describeState(state: ResultsState): string {
  if (state.status === "found") return describePhotoCount(state.total);
  return state.status === "empty" ? strings.search.none : "";
}
