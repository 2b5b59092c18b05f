import { Details } from "../details/details.js";
import styles from "./photo-view.module.css";
import { Stage } from "./stage.js";

/** The shape of the photo view until the gallery's manifest is there. */
export function PhotoSkeleton() {
  return (
    <main className={styles.view} data-details="true" aria-busy="true">
      <Stage photo={undefined} previous={undefined} next={undefined} />
      <Details state={{ status: "loading", retry: () => {} }} />
    </main>
  );
}
