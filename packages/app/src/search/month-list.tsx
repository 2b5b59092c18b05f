import type { FacetCount } from "akin-browser";
import { describeNumber, describePhotoCount } from "../text/measures.js";
import { describeMonth, describeMonthAlone } from "../text/taken-at.js";
import styles from "./month-list.module.css";

interface MonthListProps {
  counts: readonly FacetCount[];
  /** `YYYY-MM`. */
  chosen: string | undefined;
  onChoose: (month: string) => void;
}

/** The months of a year that have photos, from January on. */
export function MonthList({ counts, chosen, onChoose }: MonthListProps) {
  return (
    <ul className={styles.list}>
      {counts.toReversed().map(({ value, photos }) => (
        <li key={value}>
          <button
            type="button"
            className={styles.month}
            aria-pressed={value === chosen}
            aria-label={`${describeMonth(value)}, ${describePhotoCount(photos)}`}
            onClick={() => onChoose(value)}
          >
            {describeMonthAlone(value)}{" "}
            <span className={styles.count}>{describeNumber(photos)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
