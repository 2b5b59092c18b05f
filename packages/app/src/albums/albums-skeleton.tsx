import { strings } from "../strings.js";
import styles from "./albums-page.module.css";
import grid from "./folder-grid.module.css";

const TILES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/** The shape of the albums until they are there. */
export function AlbumsSkeleton() {
  return (
    <main className={styles.page} aria-busy="true" aria-label={strings.loadingPage}>
      <div className={styles.head} />
      <div className={grid.grid}>
        {TILES.map((tile) => (
          <div key={tile} className={styles.waiting} />
        ))}
      </div>
    </main>
  );
}
