import { Details } from "../details/details.js";
import styles from "./photo-view.module.css";
import stage from "./stage.module.css";

/** The shape of the photo view until the gallery's manifest is there. */
export function PhotoSkeleton() {
  return (
    <main className={styles.view} data-details="true" aria-busy="true">
      <div className={stage.stage} />
      <Details state={{ status: "loading", retry: () => {} }} />
    </main>
  );
}
