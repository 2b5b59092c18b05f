import { Icon } from "../icons/icon.js";
import round from "../icons/round-button.module.css";
import { strings } from "../strings.js";
import styles from "./select-mark.module.css";

interface SelectMarkProps {
  id: number;
  label: string;
  isSelected: boolean;
}

/**
 * The check mark on a tile; what a click on it does is in `useSelectGestures`. The Tab key goes past it, as in a grid
 * each tile is one stop: at the keyboard `x` does the same.
 */
export function SelectMark({ id, label, isSelected }: SelectMarkProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${round.round} ${styles.mark}`}
      data-select={id}
      aria-pressed={isSelected}
      aria-label={strings.selection.select(label)}
      title={strings.selection.selectKey}
    >
      <Icon name="check" />
    </button>
  );
}
