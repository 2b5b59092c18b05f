import type { SimilarPhoto } from "akin-browser/format";
import { useEffect, useId } from "react";
import { useAlbum } from "../album/album-context.js";
import { strings } from "../strings.js";
import styles from "./similar.module.css";
import { SimilarTile } from "./similar-tile.js";

const SHOWN = 5;

/** The photos like one, nearest first; their cards are fetched ahead, so that going there is at once. */
export function Similar({ photos }: { photos: readonly SimilarPhoto[] }) {
  const { cards } = useAlbum();
  const headingId = useId();
  const shown = photos.slice(0, SHOWN);
  useEffect(() => {
    cards.prefetch(photos.slice(0, SHOWN).map(({ id }) => id));
  }, [cards, photos]);
  return (
    <section className={styles.similar} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {strings.similar}
      </h3>
      {shown.length === 0 && <p className={styles.empty}>{strings.noSimilar}</p>}
      <ul className={styles.tiles}>
        {shown.map((photo, at) => (
          <SimilarTile key={photo.id} photo={photo} isLarge={at < 2} />
        ))}
      </ul>
    </section>
  );
}
