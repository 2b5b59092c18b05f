import type { PhotoFilter } from "akin-browser";
import { SubAlbums } from "../albums/sub-albums.js";
import { valuesOf } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import { describePhotoCount } from "../text/measures.js";
import spoken from "../text/spoken.module.css";
import { AlbumTitle } from "./album-title.js";
import { Chips, type FilterProps } from "./chips.js";
import { conditionsOf } from "./conditions.js";
import { CorrectedNote } from "./corrected-note.js";
import type { ResultsState } from "./results.js";
import styles from "./results-head.module.css";

interface ResultsHeadProps extends FilterProps {
  state: ResultsState;
  /** Searches for the text as it was typed. */
  onExact: () => void;
}

/** What was asked for, and how many photos there are. */
export function ResultsHead({ filter, state, onChange, onExact }: ResultsHeadProps) {
  const folder = onlyFolder(filter);
  const isAlbum = folder !== null && conditionsOf(filter).length === 1;
  const count = describeState(state);
  const corrected = state.status === "found" ? state.corrected : null;
  return (
    <div className={styles.head}>
      {folder === null ? (
        <h2 className={styles.title}>{count || strings.search.searching}</h2>
      ) : (
        <AlbumTitle folder={folder} count={count} />
      )}
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

function onlyFolder(filter: PhotoFilter): string | null {
  const [folder = null, ...others] = valuesOf(filter, "folder");
  return others.length === 0 ? folder : null;
}

/** Nothing as long as it isn't known. */
function describeState(state: ResultsState): string {
  if (state.status === "found") return describePhotoCount(state.total);
  return state.status === "empty" ? strings.search.none : "";
}
