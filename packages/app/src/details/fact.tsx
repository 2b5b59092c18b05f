import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.js";
import styles from "./fact.module.css";

interface FactProps {
  icon: IconName;
  /** What the fact is about, for those who can't see the icon. */
  label: string;
  /** The first line. */
  value: string;
  /** Quiet lines below; empty ones are left out. */
  more?: readonly string[];
  children?: ReactNode;
}

export function Fact({ icon, label, value, more = [], children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label} title={label}>
        <Icon name={icon} />
        <span className={styles.spoken}>{label}</span>
      </dt>
      <dd className={styles.text}>
        {value !== "" && <p>{value}</p>}
        {more
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line} className={styles.more}>
              {line}
            </p>
          ))}
        {children}
      </dd>
    </div>
  );
}
