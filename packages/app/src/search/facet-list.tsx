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
  /** What a value is called; default: as in chips. */
  describe?: (value: string) => string;
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
export function FacetList(props: FacetListProps) {
  const { kind, counts, chosen } = props;
  const [showsAll, setShowsAll] = useState(false);
  const gone = chosen.filter((value) => counts.every((each) => each.value !== value));
  const all = [...gone.map((value) => ({ value, photos: 0 })), ...counts];
  if (all.length <= FEW + 2 || kind === "colour") return <FacetRows {...props} shown={all} />;
  const few = all.filter(({ value }, at) => at < FEW || chosen.includes(value));
  return (
    <>
      {showsAll ? <FoundRows {...props} all={all} /> : <FacetRows {...props} shown={few} />}
      <button
        type="button"
        className={textButton.button}
        aria-expanded={showsAll}
        onClick={() => setShowsAll(!showsAll)}
      >
        {showsAll ? strings.search.showFewer : strings.search.showAll(all.length)}
      </button>
    </>
  );
}

/** A long list with a field to search it. */
function FoundRows({ all, ...props }: FacetListProps & { all: readonly FacetCount[] }) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = all.filter(({ value }) => nameOf(props, value).toLowerCase().includes(wanted));
  return (
    <>
      {all.length >= MANY && (
        <input
          type="search"
          className={styles.search}
          value={typed}
          placeholder={strings.search.findIn}
          aria-label={strings.search.findIn}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <FacetRows {...props} shown={found.slice(0, MOST)} />
      {found.length === 0 && <p className={styles.note}>{strings.search.noValue}</p>}
      {found.length > MOST && <p className={styles.note}>{strings.search.more}</p>}
    </>
  );
}

function FacetRows({ shown, ...props }: FacetListProps & { shown: readonly FacetCount[] }) {
  const { kind, chosen, titleId, onToggle, below } = props;
  return (
    <ul className={styles.list} data-kind={kind} aria-labelledby={titleId}>
      {shown.map(({ value, photos }) => (
        <li key={value}>
          <FacetRow
            kind={kind}
            label={nameOf(props, value)}
            value={value}
            photos={photos}
            isChosen={chosen.includes(value)}
            onToggle={onToggle}
          />
          {below?.(value)}
        </li>
      ))}
    </ul>
  );
}

function nameOf({ kind, describe }: FacetListProps, value: string): string {
  return describe === undefined ? describeValue(kind, value) : describe(value);
}
