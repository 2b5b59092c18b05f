import { strings } from "../strings.js";
import styles from "./order-switch.module.css";
import type { FolderOrder } from "./sort-folders.js";

interface OrderSwitchProps {
  order: FolderOrder;
  onChoose: (order: FolderOrder) => void;
}

export function OrderSwitch({ order, onChoose }: OrderSwitchProps) {
  return (
    <fieldset className={styles.choices} aria-label={strings.albums.orderBy}>
      {(["name", "newest"] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === order}
          onClick={() => onChoose(choice)}
        >
          {strings.albums.orders[choice]}
        </button>
      ))}
    </fieldset>
  );
}
