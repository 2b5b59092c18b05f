import { WaitingRows } from "../grid/waiting-rows.js";
import { strings } from "../strings.js";
import styles from "./gallery-skeleton.module.css";

/** The shape of the gallery until its manifest is there. */
export function GallerySkeleton() {
  return (
    <main className={styles.skeleton} aria-busy="true" aria-label={strings.loading}>
      <div className={styles.title} />
      <WaitingRows />
    </main>
  );
}
