import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import { Slides, type SlidesProps } from "./slides.js";
import styles from "./stage.module.css";

interface StageProps extends SlidesProps {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** The photo, and the ways to the ones beside it. */
export function Stage({ onPrevious, onNext, ...slides }: StageProps) {
  return (
    <div className={styles.stage}>
      <Slides {...slides} />
      <div data-controls="">
        {onPrevious && (
          <IconButton
            className={`${styles.step} ${styles.previous}`}
            label={strings.previous}
            onClick={onPrevious}
          >
            <Icon name="previous" />
          </IconButton>
        )}
        {onNext && (
          <IconButton
            className={`${styles.step} ${styles.next}`}
            label={strings.next}
            onClick={onNext}
          >
            <Icon name="next" />
          </IconButton>
        )}
      </div>
    </div>
  );
}
