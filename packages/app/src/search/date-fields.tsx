import { useState } from "react";
import { strings } from "../strings.js";
import type { FilterProps } from "./chips.js";
import { without } from "./conditions.js";
import styles from "./date-fields.module.css";

/** From one day to another. */
export function DateFields({ filter, onChange }: FilterProps) {
  const change = (field: "from" | "to", day: string) => {
    const rest = without(filter, ["year", field]);
    onChange(day === "" ? rest : { ...rest, [field]: day });
  };
  return (
    <div className={styles.fields}>
      <DateField
        label={strings.search.fromField}
        day={firstDay(filter.from)}
        onChange={(day) => change("from", day)}
      />
      <DateField
        label={strings.search.toField}
        day={lastDay(filter.to)}
        onChange={(day) => change("to", day)}
      />
    </div>
  );
}

interface DateFieldProps {
  label: string;
  /** `YYYY-MM-DD`, or empty. */
  day: string;
  onChange: (day: string) => void;
}

function DateField({ label, day, onChange }: DateFieldProps) {
  const [typed, setTyped] = useState(day);
  const [before, setBefore] = useState(day);
  if (before !== day) {
    setBefore(day);
    setTyped(day);
  }
  const change = (value: string) => {
    setTyped(value);
    // A year that is being typed begins with zeros.
    if (value === "" || value >= "1000") onChange(value);
  };
  return (
    <label className={styles.field}>
      {label}
      <input
        type="date"
        className={styles.input}
        value={typed}
        onChange={({ target }) => change(target.value)}
      />
    </label>
  );
}

function firstDay(from = ""): string {
  return from === "" ? "" : `${from.slice(0, 10)}-01-01`.slice(0, 10);
}

function lastDay(to = ""): string {
  if (to === "" || to.length >= 10) return to.slice(0, 10);
  const [year = 0, month = 12] = to.split("-").map(Number);
  // Day 0 of the next month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
