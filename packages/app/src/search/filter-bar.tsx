import { Chips, type FilterProps } from "./chips.js";
import styles from "./filter-bar.module.css";
import { FilterButton } from "./filter-button.js";

/** What a page's photos are filtered by, and a way to change it. */
export function FilterBar({ filter, onChange }: FilterProps) {
  return (
    <div className={styles.bar}>
      <FilterButton filter={filter} onChange={onChange} hasName />
      <Chips filter={filter} onChange={onChange} />
    </div>
  );
}
