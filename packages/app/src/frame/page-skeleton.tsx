import { WaitingRows } from "../grid/waiting-rows.js";
import { strings } from "../strings.js";
import styles from "./page-skeleton.module.css";

/** The shape of a page until its code is there. */
export function PageSkeleton() {
  return (
    <main className={styles.skeleton} aria-busy="true" aria-label={strings.loadingPage}>
      <WaitingRows />
    </main>
  );
}
