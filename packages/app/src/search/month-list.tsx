import type { FacetCount } from "akin-browser";
import { strings } from "../strings.js";
import { describeNumber } from "../text/measures.js";
import { describeMonthAlone } from "../text/taken-at.js";
import styles from "./month-list.module.css";

interface MonthListProps {
  year: string;
  /** Of all months, newest first. */
  counts: readonly FacetCount[];
  /** `YYYY-MM`. */
  chosen: string | undefined;
  onChoose: (month: string) => void;
}

/** The months of a year that have photos, from January on. */
export function MonthList({ year, counts, chosen, onChoose }: MonthListProps) {
  const months = counts.filter(({ value }) => value.startsWith(year)).toReversed();
  return (
    <ul className={styles.list} aria-label={strings.search.monthsOf(year)}>
      {months.map(({ value, photos }) => (
        <li key={value}>
          <button
            type="button"
            className={styles.month}
            aria-pressed={value === chosen}
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
