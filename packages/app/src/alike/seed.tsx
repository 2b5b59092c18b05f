import type { CSSProperties, ReactNode } from "react";
import { Icon } from "../icons/icon.js";
import round from "../icons/round-button.module.css";
import { strings } from "../strings.js";
import styles from "./seeds.module.css";

/** What one can do with any example. */
export interface SeedActionsProps {
  /** Of the example, for the focus to come back to it. */
  seedKey: string;
  sign: "plus" | "minus";
  /** Whether it is the only example, and has room to be told of. */
  isOnly: boolean;
  /** @param label what it is called */
  onRemove: (label: string) => void;
  onFlip: (label: string) => void;
}

interface SeedProps extends SeedActionsProps {
  label: string;
  /** Its picture. */
  children: ReactNode;
  /** What else is to be said of it. */
  note?: string | undefined;
  /** Width by height of the picture where it stands alone. */
  ratio: number;
}

/** One example that photos are to be like or unlike. */
export function Seed({ label, children, note, ratio, ...seed }: SeedProps) {
  const { seedKey, sign, onRemove, onFlip } = seed;
  const flip = strings.alike.flip[sign](label);
  return (
    <li className={styles.seed} data-seed={seedKey} data-sign={sign}>
      <div className={styles.box} style={{ "--ratio": ratio } as CSSProperties}>
        {children}
        <button
          type="button"
          className={`${round.round} ${styles.sign}`}
          data-flip=""
          aria-label={flip}
          title={flip}
          onClick={() => onFlip(label)}
        >
          <Icon name={sign} />
        </button>
        <button
          type="button"
          className={`${round.round} ${styles.remove}`}
          data-remove=""
          aria-label={strings.alike.remove(label)}
          title={strings.alike.remove(label)}
          onClick={() => onRemove(label)}
        >
          <Icon name="close" />
        </button>
      </div>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </li>
  );
}
