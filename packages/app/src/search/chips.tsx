import type { PhotoFilter } from "akin-browser";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import styles from "./chips.module.css";
import { ColourDot } from "./colour-dot.js";
import { type Condition, conditionsOf, withoutCondition } from "./conditions.js";
import { describeCondition } from "./describe-condition.js";
import { focusOn } from "./focus-on.js";
import { KIND_ICONS } from "./kind-icons.js";

export interface FilterProps {
  filter: PhotoFilter;
  /** @param again whether the same dialog has changed it before: the address needs no further step in the history */
  onChange: (filter: PhotoFilter, again?: boolean) => void;
}

/** What a filter asks for: each goes with a click or a key. */
export function Chips({ filter, onChange }: FilterProps) {
  const conditions = conditionsOf(filter);
  if (conditions.length === 0) return null;
  const change = (to: PhotoFilter, at: number) => {
    onChange(to);
    focusOn("[data-chip]", at);
  };
  return (
    <ul className={styles.chips} aria-label={strings.search.conditions}>
      {conditions.map((condition, at) => (
        <li key={keyOf(condition)}>
          <Chip
            condition={condition}
            onRemove={() => change(withoutCondition(filter, condition), at)}
          />
        </li>
      ))}
      {conditions.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={() => change({}, 0)}>
            {strings.search.clearAll}
          </button>
        </li>
      )}
    </ul>
  );
}

function Chip({ condition, onRemove }: { condition: Condition; onRemove: () => void }) {
  const { kind } = condition;
  const label = describeCondition(condition);
  const isFolder = kind === "folder";
  return (
    <button
      type="button"
      className={styles.chip}
      data-chip=""
      aria-label={strings.search.remove(strings.search.kinds[kind], label)}
      title={isFolder ? condition.value : undefined}
      onClick={onRemove}
    >
      {kind === "colour" ? (
        <ColourDot colour={condition.value} />
      ) : (
        <Icon name={KIND_ICONS[kind]} />
      )}
      <span className={styles.label}>{label}</span>
      <Icon name="close" />
    </button>
  );
}

function keyOf(condition: Condition): string {
  return condition.kind === "time" ? "time" : `${condition.kind} ${condition.value}`;
}
