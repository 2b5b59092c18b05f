import { useAlbum } from "../album/album-context.js";
import type { PhotoSummary } from "../album/photo-summary.js";
import { Icon } from "../icons/icon.js";
import round from "../icons/round-button.module.css";
import { strings } from "../strings.js";
import styles from "./plus-minus.module.css";
import { useSeedActions } from "./seeds-context.js";

/** More and less like a photo, on its tile. At the keyboard `+` and `-` do the same: see SelectMark. */
export function PlusMinus({ photo: { id, label } }: { photo: PhotoSummary }) {
  const { plus, minus } = useSeedActions();
  const { cards } = useAlbum();
  return (
    // The card tells of the photo's burst: by the time of the click it is there.
    <span className={styles.buttons} onPointerEnter={() => cards.prefetch([id])}>
      <button
        type="button"
        tabIndex={-1}
        className={`${round.round} ${styles.button}`}
        aria-label={strings.alike.plus(label)}
        title={strings.alike.plusKey}
        onClick={() => plus(id)}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={`${round.round} ${styles.button}`}
        aria-label={strings.alike.minus(label)}
        title={strings.alike.minusKey}
        onClick={() => minus(id)}
      >
        <Icon name="minus" />
      </button>
    </span>
  );
}
