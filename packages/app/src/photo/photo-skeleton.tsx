import { DetailsSkeleton } from "../details/details-skeleton.js";
import styles from "./photo-view.module.css";

/** The shape of the photo view until the gallery's manifest is there. */
export function PhotoSkeleton() {
  return (
    <main className={styles.view} data-details="true">
      <div />
      <aside>
        <DetailsSkeleton />
      </aside>
    </main>
  );
}
