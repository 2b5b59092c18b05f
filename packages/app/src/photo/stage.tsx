import { useRef } from "react";
import type { PhotoSummary } from "../album/photo-summary.js";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { navigation } from "../navigation/navigation.js";
import { strings } from "../strings.js";
import { Slide } from "./slide.js";
import styles from "./stage.module.css";
import { useSwipe } from "./use-swipe.js";

interface StageProps {
  photo: PhotoSummary | undefined;
  previous: PhotoSummary | undefined;
  next: PhotoSummary | undefined;
}

/** The photo, and the ways to the ones beside it. */
export function Stage({ photo, previous, next }: StageProps) {
  const track = useRef<HTMLDivElement>(null);
  const goTo = (target: PhotoSummary | undefined) =>
    target && (() => navigation.replacePhoto(target.id));
  const onPrevious = goTo(previous);
  const onNext = goTo(next);
  const swipe = useSwipe(track, { onPrevious, onNext });
  return (
    <div className={styles.stage}>
      <div ref={track} className={styles.track} {...swipe}>
        {previous && <Slide key={previous.id} photo={previous} place="previous" />}
        {photo && <Slide key={photo.id} photo={photo} place="current" />}
        {next && <Slide key={next.id} photo={next} place="next" />}
      </div>
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
  );
}
