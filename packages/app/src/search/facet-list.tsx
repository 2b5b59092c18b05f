import type { FacetCount } from "akin-browser";
import { type ReactNode, useState } from "react";
import type { FilterKind } from "../navigation/filter-params.js";
import { strings } from "../strings.js";
import { describeValue } from "./describe-condition.js";
import styles from "./facet-list.module.css";
import { FacetRow } from "./facet-row.js";
import textButton from "./text-button.module.css";

interface FacetListProps {
  kind: FilterKind;
  counts: readonly FacetCount[];
  chosen: readonly string[];
  titleId: string;
  onToggle: (value: string) => void;
  /** What belongs to a value, below it. */
  below?: (value: string) => ReactNode;
}

/** Shown at first, so that all kinds can be seen. */
const FEW = 6;
/** From here on a list can be searched. */
const MANY = 13;
/** More rows help nobody: the rest is found by typing. */
const MOST = 200;

/** Values with their counts, to be ticked; those that are ticked are always among them. */
export function FacetList({ kind, counts, chosen, titleId, onToggle, below }: FacetListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [typed, setTyped] = useState("");
  const gone = chosen.filter((value) => counts.every((each) => each.value !== value));
  const all = [...gone.map((value) => ({ value, photos: 0 })), ...counts];
  const isFew = all.length <= FEW + 2 || kind === "colour";
  const wanted = typed.trim().toLowerCase();
  const fitting = all.filter(({ value }) => value.toLowerCase().includes(wanted));
  const shown =
    isFew || showsAll
      ? fitting.slice(0, MOST)
      : all.filter(({ value }, at) => at < FEW || chosen.includes(value));
  return (
    <>
      {showsAll && all.length >= MANY && (
        <input
          type="search"
          className={styles.search}
          value={typed}
          placeholder={strings.search.findIn}
          aria-label={strings.search.findIn}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <ul className={styles.list} data-kind={kind} aria-labelledby={titleId}>
        {shown.map(({ value, photos }) => (
          <li key={value}>
            <FacetRow
              kind={kind}
              label={describeValue(kind, value)}
              value={value}
              photos={photos}
              isChosen={chosen.includes(value)}
              onToggle={onToggle}
            />
            {below?.(value)}
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <p className={styles.note}>{strings.search.noValue}</p>}
      {fitting.length > MOST && showsAll && <p className={styles.note}>{strings.search.more}</p>}
      {!isFew && (
        <button
          type="button"
          className={textButton.button}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? strings.search.showFewer : strings.search.showAll(all.length)}
        </button>
      )}
    </>
  );
}
