import type { Card } from "akin-browser/format";
import { Icon } from "../icons/icon.js";
import { strings } from "../strings.js";
import spoken from "../text/spoken.module.css";
import fact from "./fact.module.css";
import styles from "./rating-fact.module.css";

const MOST = 5;

/** The stars that the owner gave, drawn and in words. */
export function RatingFact({ card: { exif } }: { card: Card }) {
  const { rating } = exif;
  if (rating === undefined) return null;
  const stars = Math.min(MOST, Math.max(0, rating));
  return (
    <div className={fact.fact}>
      <dt className={fact.label} title={strings.rating}>
        <Icon name="rating" />
        <span className={spoken.spoken}>{strings.rating}</span>
      </dt>
      <dd className={fact.text}>
        {rating < 0 ? (
          strings.rejected
        ) : (
          <>
            <span className={styles.stars} aria-hidden="true">
              {"★".repeat(stars)}
              <span className={styles.missing}>{"☆".repeat(MOST - stars)}</span>
            </span>
            <span className={spoken.spoken}>{strings.stars(stars)}</span>
          </>
        )}
      </dd>
    </div>
  );
}
