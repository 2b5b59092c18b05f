import { strings } from "../strings.js";
import styles from "./details-skeleton.module.css";

/** The shape of the details; appears only when they take longer than one notices. */
export function DetailsSkeleton() {
  return (
    <div className={styles.skeleton} role="status" aria-label={strings.loading}>
      <div className={styles.tiles}>
        <div />
        <div />
        <div />
        <div />
        <div />
      </div>
      <div className={styles.line} />
      <div className={styles.line} />
      <div className={styles.line} />
    </div>
  );
}
