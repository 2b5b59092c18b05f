import { useEffect } from "react";
import { strings } from "../strings.js";
import { describeNumber, describePhotoCount } from "../text/measures.js";
import styles from "./found-by-line.module.css";
import { LookingNote } from "./looking-note.js";
import type { ResultsState } from "./results.js";
import textButton from "./text-button.module.css";

interface FoundByLineProps {
  state: ResultsState;
  onMore: () => void;
  onRetry: () => void;
}

const KINDS = ["words", "meaning", "both"] as const;

/** How many photos were found by what; or that those which show what is meant are still looked for. */
export function FoundByLine({ state, onMore, onRetry }: FoundByLineProps) {
  const found = state.status === "found" ? state : null;
  const more = found?.more;
  useEffect(() => {
    if (more !== undefined && isUntouched()) onMore();
  }, [more, onMore]);
  if (found === null) return null;
  const { meaning, looking, meaningError } = found;
  if (looking !== undefined) return <LookingNote {...looking} />;
  if (more !== undefined) {
    const count = describePhotoCount(more.meaning?.counts.meaning ?? 0);
    return <Offer label={strings.search.showMore(count)} onClick={onMore} />;
  }
  if (meaningError !== undefined) {
    return <Offer says={strings.search.lookFailed} label={strings.tryAgain} onClick={onRetry} />;
  }
  if (meaning === null) return null;
  const parts = KINDS.filter((kind) => meaning.counts[kind] > 0).map((kind) =>
    strings.search.foundByCounts[kind](describeNumber(meaning.counts[kind])),
  );
  return <p className={styles.line}>{parts.join(" · ")}</p>;
}

function Offer({ says, label, onClick }: { says?: string; label: string; onClick: () => void }) {
  return (
    <p className={styles.line}>
      {says}{" "}
      <button type="button" className={textButton.button} onClick={onClick}>
        {label}
      </button>
    </p>
  );
}

/** Whether the photos that are shown may change places: nobody has begun to look at them. */
function isUntouched(): boolean {
  return window.scrollY < 100 && document.activeElement?.closest('[role="grid"]') == null;
}
