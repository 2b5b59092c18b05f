import type { FilterKind } from "../navigation/filter-params.js";
import { describeNumber, describePhotoCount } from "../text/measures.js";
import { ColourDot } from "./colour-dot.js";
import styles from "./facet-row.module.css";

interface FacetRowProps {
  kind: FilterKind;
  label: string;
  value: string;
  photos: number;
  isChosen: boolean;
  onToggle: (value: string) => void;
}

/** A value to tick, and how many photos have it. */
export function FacetRow(props: FacetRowProps) {
  const { kind, label, value, photos, isChosen, onToggle } = props;
  return (
    <label className={styles.row} title={value}>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={`${label}, ${describePhotoCount(photos)}`}
        onChange={() => onToggle(value)}
      />
      {kind === "colour" && <ColourDot colour={value} />}
      <span className={styles.label}>{label}</span>
      <span className={styles.count}>{describeNumber(photos)}</span>
    </label>
  );
}
