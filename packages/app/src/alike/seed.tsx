import type { CSSProperties, ReactNode } from "react";
import { Icon } from "../icons/icon.js";
import round from "../icons/round-button.module.css";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import styles from "./seeds.module.css";

interface SeedProps {
  label: string;
  sign: "plus" | "minus";
  onRemove: () => void;
  /** Its picture. */
  children: ReactNode;
  /** What else is to be said of it. */
  note?: string | undefined;
  /** Width by height of the picture where it stands alone. */
  ratio: number;
}

/** One example that photos are to be like or unlike. */
export function Seed({ label, sign, onRemove, children, note, ratio }: SeedProps) {
  return (
    <li className={styles.seed} data-seed={sign}>
      <div className={styles.box} style={{ "--ratio": ratio } as CSSProperties}>
        {children}
        <span className={styles.sign}>
          <Icon name={sign} />
          <span className={spoken.spoken}>{strings.alike.signs[sign]}</span>
        </span>
        <button
          type="button"
          className={`${round.round} ${styles.remove}`}
          aria-label={strings.alike.remove(label)}
          title={strings.alike.remove(label)}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </li>
  );
}
